package dev.feedforward.training.replay;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Clock;
import java.time.Duration;

/**
 * How long a replay may take.
 *
 * @param most for one question
 * @param secondsAnIteration as the training took them; 0 where that is not known
 */
record ReplayLimit(Clock clock, Duration most, double secondsAnIteration) {

    /** One question is being answered, from now on. */
    Deadline begin() {
        return new Deadline(clock, clock.millis() + most.toMillis());
    }

    /** When an answer comes too late. */
    record Deadline(Clock clock, long millis) {

        /** Allocates nothing: asked before every iteration. */
        boolean isPast() {
            return clock.millis() > millis;
        }

        /** Milliseconds until it is past; not below 0. */
        long left() {
            return Math.max(0, millis - clock.millis());
        }
    }

    /** @throws ServiceException if it would take too long to get from one iteration to another */
    void check(long job, long from, long to) {
        double seconds = (to - from) * secondsAnIteration;
        if (seconds > most.toMillis() / 1e3) {
            long reachable = from + (long) (most.toMillis() / 1e3 / secondsAnIteration);
            throw tooLong(
                    "To train job %d again from iteration %d to iteration %d takes about %.0f s, of at most %d s."
                            .formatted(job, from, to, Math.ceil(seconds), most.toSeconds()),
                    "Ask for an iteration up to %d; for a while, the next question goes on from there."
                            .formatted(reachable));
        }
    }

    /** The time was over when a replay had come to {@code reached}. */
    ServiceException exceeded(long job, long to, long reached) {
        return tooLong(
                "To train job %d again up to iteration %d takes longer than the %d s that it may; it came to iteration %d."
                        .formatted(job, to, most.toSeconds(), reached),
                "Ask again, which for a while goes on from there, or ask for an iteration up to %d."
                        .formatted(reached));
    }

    /** The time was over before others had their answers. */
    ServiceException awaited(long job, long to) {
        return tooLong(
                "Others asked about job %d before, and took the %d s in which it was to be trained again up to iteration %d."
                        .formatted(job, most.toSeconds(), to),
                "Ask again when they have their answers.");
    }

    private static ServiceException tooLong(String detail, String action) {
        return new ServiceException(ProblemType.REPLAY_TOO_LONG, detail, action);
    }
}
