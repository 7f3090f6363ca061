package dev.feedforward.computing;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Answers one question after the other. Who waits for another's answer lends his turn to compute meanwhile. */
public final class Alone {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Turns turns;

    public Alone(Turns turns) {
        this.turns = turns;
    }

    /**
     * The answer, once those to earlier questions are given.
     *
     * @param millis for which to wait for these
     * @param tooLate what to throw then
     */
    public <T> T answer(LongSupplier millis, Supplier<ServiceException> tooLate, Supplier<T> answer) {
        try {
            if (!lock.tryLock() && !await(millis.getAsLong())) {
                throw tooLate.get();
            }
            return answer.get();
        } finally {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        }
    }

    private boolean await(long millis) {
        turns.rest();
        try {
            return lock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    ProblemType.UNAVAILABLE, "The service is stopping.", ProblemType.UNAVAILABLE.remedy());
        } finally {
            turns.goOn();
        }
    }
}
