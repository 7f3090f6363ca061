package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.Ball;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Recording;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import org.junit.jupiter.api.Test;

/**
 * A weight that is pulled from 0 to 1 by a tenth of its distance each epoch, and so passes the validation rows' answers
 * of 0.5 on its way: {@code w = 1 - 0.9ⁿ} after n epochs is nearest to 0.5 at n = 7 (0.5217; n = 6 gives 0.4686, which
 * is 0.0314 away).
 */
class EarlyStoppingTests {

    private static final int BEST = 7;

    private final Network network = Ball.at(0.0);
    private final Recording recording = new Recording();

    @Test
    void stopsAfterPatienceAndRestoresTheBestEpoch() {
        TrainingOutcome outcome = train(new EarlyStopping(5, 0.0, true), 1_000, recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.EARLY_STOPPING, BEST + 5, BEST + 5));
        assertWeight(BEST);
    }

    @Test
    void keepsTheLastWeightsWhenTheBestAreNotWanted() {
        TrainingOutcome outcome = train(new EarlyStopping(5, 0.0, false), 1_000, recording);

        assertThat(outcome.iterations()).isEqualTo(BEST + 5);
        assertWeight(BEST + 5);
    }

    @Test
    void restoresTheBestWhenTheIterationsEndFirst() {
        TrainingOutcome outcome = train(new EarlyStopping(100, 0.0, true), 20, recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.ITERATIONS, 20, 20));
        assertWeight(BEST);
    }

    @Test
    void restoresTheBestWhenCancelled() {
        TrainingOutcome outcome = train(new EarlyStopping(100, 0.0, true), 1_000, new Recording(15));

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.CANCELLED, 15, 15));
        assertWeight(BEST);
    }

    @Test
    void restoresTheBestWhenDiverged() {
        // w' = w - 3 (w - 1) = 3 - 2 w swings further each time: its first epoch is the best.
        Network swinging = Ball.at(1.25);
        TrainingPlan plan = Ball.plan(100_000, new Optimizer.Sgd(), 3.0)
                .earlyStopping(new EarlyStopping(100_000, 0.0, true))
                .build();

        TrainingOutcome outcome = new Trainer(swinging, rows(), plan).train(recording);

        assertThat(outcome.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(swinging.parameters().weights(0)[0]).isEqualTo(0.5);
    }

    @Test
    void leavesTheWeightsAloneWhenCancelledBeforeTheFirstEpoch() {
        TrainingOutcome outcome = train(new EarlyStopping(5, 0.0, true), 1_000, new Recording(0));

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.CANCELLED, 0, 0));
        assertWeight(0);
    }

    @Test
    void countsSmallProgressForNoneWhenThereIsAMinDelta() {
        // The validation loss ½ (w - 0.5)² falls by 0.032 in epoch 2 (0.080 to 0.048) and by less than 0.03 in each
        // after it.
        TrainingOutcome outcome = train(new EarlyStopping(1, 0.03, true), 1_000, recording);

        assertThat(outcome.iterations()).isEqualTo(3);
        assertWeight(2);
    }

    @Test
    void addsUpSmallProgressUntilItIsMinDelta() {
        // ½ (0.5 - 0.1)² = 0.08; 0.0480; 0.0262 is 0.0218 below, 0.0121 is 0.0359 below epoch 2's: progress again.
        TrainingOutcome outcome = train(new EarlyStopping(2, 0.03, true), 1_000, recording);

        // From epoch 4's 0.0121 on, nothing falls by 0.03 any more.
        assertThat(outcome.iterations()).isEqualTo(6);
        assertWeight(4);
    }

    @Test
    void judgesByTheEpochsOwnLossWhenNothingIsSetAside() {
        // Without validation rows the loss falls as long as it can: each epoch is the best so far.
        TrainingPlan plan = Ball.plan(50, new Optimizer.Sgd(), 0.1)
                .earlyStopping(new EarlyStopping(1, 0.0, true))
                .build();

        TrainingOutcome outcome = new Trainer(network, TrainingRows.of(Ball.rows(1.0)), plan).train(recording);

        assertThat(outcome.reason()).isEqualTo(StopReason.ITERATIONS);
        assertWeight(50);
    }

    @Test
    void judgesByAllTrainingRowsAsAnEpochLeavesTheWeightsWhenNothingIsSetAside() {
        // Each batch pulls w all the way to its answer: 3, 0, 2, 0, 2 … The batches' mean loss falls once more, from
        // 3.25 to 2, while that over both rows at the end of each epoch, where w is 2, is 1 from the first on.
        TrainingPlan plan = Ball.plan(1_000, new Optimizer.Sgd(), 1.0)
                .batchSize(1)
                .earlyStopping(new EarlyStopping(1, 0.0, true))
                .build();

        TrainingOutcome outcome =
                new Trainer(Ball.at(3.0), TrainingRows.of(Ball.rows(0.0, 2.0)), plan).train(recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.EARLY_STOPPING, 4, 2));
    }

    @Test
    void stopsNoTrainingThatIsMadeOnceMore() {
        TrainingPlan plan = Ball.plan(1_000, new Optimizer.Sgd(), 0.1)
                .earlyStopping(new EarlyStopping(5, 0.0, true))
                .build();

        assertThat(new Trainer(network, rows(), plan).advance(20, recording)).isTrue();
        assertWeight(20);
    }

    @Test
    void judgesAfterEachEpochAndNotAfterEachBatchWhenThereAreBatches() {
        TrainingRows rows = new TrainingRows(Ball.rows(1.0, 1.0, 1.0), Ball.rows(0.5), null, new double[] {1.0});
        TrainingPlan plan = Ball.plan(1_000, new Optimizer.Sgd(), 0.1)
                .batchSize(1)
                .earlyStopping(new EarlyStopping(2, 0.0, true))
                .build();

        TrainingOutcome outcome = new Trainer(network, rows, plan).train(recording);

        // After 3, 6, 9 and 12 corrections w is 0.271, 0.469, 0.613 and 0.718.
        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.EARLY_STOPPING, 12, 4));
        assertWeight(6);
    }

    @Test
    void recordsTheValidationCostOfTheWeightsAsTheyWere() {
        train(new EarlyStopping(5, 0.0, true), 1_000, recording);

        assertThat(recording.validationCosts).hasSize(BEST + 5);
        for (int i = 0; i < BEST + 5; i++) {
            assertThat(recording.validationCosts.get(i)).isCloseTo(Math.abs(0.5 - Math.pow(0.9, i)), within(1e-14));
        }
    }

    private TrainingOutcome train(EarlyStopping rule, long iterations, Recording listener) {
        TrainingPlan plan = Ball.plan(iterations, new Optimizer.Sgd(), 0.1)
                .earlyStopping(rule)
                .build();
        return new Trainer(network, rows(), plan).train(listener);
    }

    private static TrainingRows rows() {
        return new TrainingRows(Ball.rows(1.0), Ball.rows(0.5), null, new double[] {1.0});
    }

    private void assertWeight(int corrections) {
        assertThat(network.parameters().weights(0)[0]).isCloseTo(1.0 - Math.pow(0.9, corrections), within(1e-14));
    }
}
