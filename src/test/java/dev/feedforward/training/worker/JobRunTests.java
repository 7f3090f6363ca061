package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.training.SetClock;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.job.Attempt;
import dev.feedforward.training.worker.JobRun.Order;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunTests {

    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    private final SetClock clock = new SetClock();
    private final JobRun run = new JobRun(new Attempt(1, 1), Clock.systemUTC(), clock, CHECKPOINT_EVERY);
    private int checkpoints;
    private boolean fenced;

    @BeforeEach
    void begin() {
        run.restore(0, new CostRecorder().history(1), Duration.ZERO);
        run.begin(
                () -> {
                    checkpoints++;
                    return !fenced;
                },
                Duration.ofSeconds(10));
    }

    @Test
    void goesOnUntilItIsToldOtherwise() {
        assertThat(run.continueAt(0)).isTrue();
        assertThat(checkpoints).isZero();
    }

    @Test
    void writesACheckpointWhenOneIsDueAndGoesOn() {
        clock.pass(1.9);
        run.checkpointIfDue();
        assertThat(run.continueAt(1)).isTrue();
        assertThat(checkpoints).isZero();

        clock.pass(0.1);
        run.checkpointIfDue();
        assertThat(run.continueAt(2)).isTrue();
        assertThat(run.continueAt(3)).isTrue();
        assertThat(checkpoints).isOne();
    }

    @Test
    void writesACheckpointBeforeItStopsToPauseOrToBeHandedBack() {
        run.order(Order.PAUSE);
        run.order(Order.CHECKPOINT);

        assertThat(run.continueAt(5)).isFalse();
        assertThat(run.isTold(Order.PAUSE)).isTrue();
        assertThat(checkpoints).isOne();
    }

    @Test
    void stopsWithoutACheckpointWhenItIsCancelled() {
        run.order(Order.CANCEL);
        run.order(Order.HAND_BACK);

        assertThat(run.continueAt(5)).isFalse();
        assertThat(run.isTold(Order.CANCEL)).isTrue();
        assertThat(checkpoints).isZero();
    }

    @Test
    void stopsForGoodWhenTheJobIsNoLongerItsOwn() {
        fenced = true;
        run.order(Order.CHECKPOINT);

        assertThat(run.continueAt(5)).isFalse();
        assertThat(run.isTold(Order.DROP)).isTrue();
    }

    @Test
    void endsForWantOfTrainingTime() {
        clock.pass(10);
        assertThat(run.continueAt(0)).isTrue();
        clock.pass(0.001);
        assertThat(run.continueAt(1)).isFalse();
        assertThat(run.isOutOfTime()).isTrue();
    }

    @Test
    void countsTheTimeOfEarlierAttemptsButNotThatInWhichItStoodStill() {
        run.restore(0, new CostRecorder().history(1), Duration.ofSeconds(5));
        clock.pass(1);
        run.standStill(Warning.storageAway(), Duration.ofMillis(1));
        assertThat(run.standsStill()).isTrue();
        clock.pass(60);
        run.goOn();
        clock.pass(1);

        assertThat(run.standsStill()).isFalse();
        assertThat(run.seconds()).isEqualTo(7.0);
    }

    @Test
    void isNotWokenForACheckpointWhileItStandsStill() {
        run.standStill(Warning.storageAway(), Duration.ofMillis(1));
        clock.pass(60);
        run.checkpointIfDue();
        assertThat(run.isTold(Order.CHECKPOINT)).isFalse();

        run.goOn();
        run.checkpointIfDue();
        assertThat(run.isTold(Order.CHECKPOINT)).isTrue();
    }

    @Test
    void isCancelledRatherThanOutOfTimeWhenBothAreSo() {
        clock.pass(11);
        run.order(Order.CANCEL);

        assertThat(run.continueAt(0)).isFalse();
        assertThat(run.isOutOfTime()).isFalse();
    }

    @Test
    void goesOnWithTheHistoryOfBefore() {
        CostRecorder before = new CostRecorder();
        before.add(0, 0.5, 0.4, Double.NaN, 0.3);
        run.restore(10, before.history(1), Duration.ofSeconds(1));
        run.recorded(10, 0.25, 0.2, Double.NaN, 0.1);

        assertThat(run.history().iteration()).containsExactly(0, 10);
        assertThat(run.history().testCost()).containsExactly(0.3, 0.1);
        assertThat(run.unsaved().iteration()).containsExactly(10);
        run.saved(run.unsaved());
        assertThat(run.unsaved().iteration()).isEmpty();
        assertThat(run.savedPoints()).isEqualTo(2);
    }
}
