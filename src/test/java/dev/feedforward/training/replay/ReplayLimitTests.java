package dev.feedforward.training.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.request.TrainRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays that would take too long are refused, and what was done until then is not lost. */
class ReplayLimitTests {

    private final TickingClock clock = new TickingClock();
    private final Turns turns = FreeTurns.turns();
    private final PreparedTraining training = new PreparedTraining(
            TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE), new TrainingDataReader(null, null), "1");

    @Test
    void refusesWhatWouldTakeTooLongByThePaceOfTheTraining() {
        Replay replay = replay(Duration.ofSeconds(3), 0.01);

        assertThatThrownBy(() -> replay.at(4_000))
                .isInstanceOf(ServiceException.class)
                .hasMessage("To train job 7 again from iteration 0 to iteration 4000 takes about 40 s, of at most 3 s.")
                .asInstanceOf(type(ServiceException.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.REPLAY_TOO_LONG);
                    assertThat(problem.type().status()).isEqualTo(422);
                    assertThat(problem.action()).startsWith("Ask for an iteration up to 300;");
                });
    }

    @Test
    void goesOnFromWhereTheLastQuestionLeftIt() {
        Replay replay = replay(Duration.ofSeconds(3), 0.01);
        replay.at(300);

        assertThat(replay.at(600).iteration()).isEqualTo(600);
        assertThatThrownBy(() -> replay.at(1_000)).isInstanceOf(ServiceException.class);
        assertThatCode(() -> replay.at(40)).doesNotThrowAnyException();
    }

    @Test
    void stopsWhenTheTimeIsOverAndGoesOnWhenItIsAskedAgain() {
        clock.step = 1;
        Replay replay = replay(Duration.ofMillis(100), 0.0);

        assertThatThrownBy(() -> replay.at(150))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("it came to iteration 100.")
                .asInstanceOf(type(ServiceException.class))
                .extracting(ServiceException::action)
                .asString()
                .startsWith("Ask again");
        assertThat(replay.at(150).iteration()).isEqualTo(150);
    }

    @Test
    void countsThePathAsOneQuestion() {
        Replay replay = replay(Duration.ofSeconds(3), 0.001);

        assertThatThrownBy(() -> replay.path(4_000, 100, List.of()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("from iteration 0 to iteration 4000 takes about 4 s");
    }

    private Replay replay(Duration most, double secondsAnIteration) {
        return new Replay(7, training, 1, new ReplayLimit(clock, most, secondsAnIteration), turns);
    }

    /** A clock that goes on by {@code step} milliseconds each time that it is asked. */
    private static final class TickingClock extends Clock {

        private long step;
        private long now;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now += step);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
