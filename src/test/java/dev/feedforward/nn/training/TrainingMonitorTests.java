package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.Ball;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Recording;
import dev.feedforward.nn.training.TrainingOutcome.StopReason;
import org.junit.jupiter.api.Test;

/** What is recorded, and when the cost is low enough: on one weight, whose path is worked out by hand. */
class TrainingMonitorTests {

    private static final TrainingRows FIVE = TrainingRows.of(Ball.rows(1.0, 2.0, 4.0, 8.0, 16.0));

    private final Recording recording = new Recording();

    @Test
    void stopsAtTheFirstRecordedPointWhoseCostIsLowEnough() {
        // The cost is |w| = 1, 0.5, 0.25, 0.125, …; 0.25 is reached at iteration 2, recorded is iteration 3.
        Network network = Ball.at(1.0);
        TrainingPlan plan = Ball.plan(100, new Optimizer.Sgd(), 0.5)
                .stopAtCost(0.25)
                .recordEvery(3)
                .build();

        TrainingOutcome outcome = new Trainer(network, Ball.ROWS, plan).train(recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.STOP_AT_COST, 3, 3));
        assertThat(recording.costs).containsExactly(1.0, 0.125);
        assertThat(network.parameters().weights(0)[0]).isEqualTo(0.125);
    }

    @Test
    void stopsWhenTheCostIsExactlyTheOneToStopAt() {
        TrainingPlan plan =
                Ball.plan(100, new Optimizer.Sgd(), 0.5).stopAtCost(0.25).build();

        TrainingOutcome outcome = new Trainer(Ball.at(1.0), Ball.ROWS, plan).train(recording);

        assertThat(outcome.iterations()).isEqualTo(2);
    }

    @Test
    void goesOnAtACostOfZeroWhenNoneIsSaid() {
        TrainingPlan plan = Ball.plan(4, new Optimizer.Sgd(), 1.0).build();

        TrainingOutcome outcome = new Trainer(Ball.at(1.0), Ball.ROWS, plan).train(recording);

        assertThat(outcome.reason()).isEqualTo(StopReason.ITERATIONS);
        assertThat(recording.costs).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void recordsTheMeanOverRowsSinceThePointBeforeWhenThereAreBatches() {
        // The weight stays 0: batches of 2, 2 and 1 rows have the answers 1 2, 4 8, 16.
        TrainingPlan plan = Ball.plan(7, new Optimizer.Sgd(), 0.0)
                .batchSize(2)
                .recordEvery(2)
                .build();

        new Trainer(Ball.at(0.0), FIVE, plan).train(recording);

        assertThat(recording.iterations).containsExactly(0L, 2L, 4L, 6L);
        assertThat(recording.costs)
                .containsExactly(
                        (1.0 + 2.0) / 2, // batch 0
                        (4.0 + 8.0 + 16.0) / 3, // batches 1 and 2
                        (1.0 + 2.0 + 4.0 + 8.0) / 4, // batches 0 and 1
                        (16.0 + 1.0 + 2.0) / 3); // batches 2 and 0
        // A batch's loss is half its sum of squares; a point's is the batches' mean, each weighted with its rows.
        assertThat(recording.losses.get(1)).isCloseTo((2 * 40.0 + 128.0) / 3, within(1e-12));
    }

    @Test
    void recordsThisVeryIterationWhenTheBatchIsFull() {
        TrainingPlan plan =
                Ball.plan(7, new Optimizer.Sgd(), 0.5).recordEvery(3).build();

        new Trainer(Ball.at(1.0), Ball.ROWS, plan).train(recording);

        assertThat(recording.costs).containsExactly(1.0, 0.125, 0.015625);
        assertThat(recording.losses).containsExactly(0.5, 0.0078125, 0.5 * 0.015625 * 0.015625);
    }

    @Test
    void countsWholeEpochsWhenThereAreBatches() {
        TrainingPlan plan = Ball.plan(7, new Optimizer.Sgd(), 0.0).batchSize(2).build();

        TrainingOutcome outcome = new Trainer(Ball.at(0.0), FIVE, plan).train(recording);

        assertThat(outcome).isEqualTo(new TrainingOutcome(StopReason.ITERATIONS, 7, 2));
    }

    @Test
    void measuresTestRowsAtTheEndOfEachEpochWhenThereAreBatches() {
        // Each batch moves w by half of its distance to 1: 0, 0.5, 0.75, 0.875, 0.9375.
        TrainingRows rows = new TrainingRows(Ball.rows(1.0, 1.0), null, Ball.rows(1.0), new double[] {1.0});
        TrainingPlan plan = Ball.plan(5, new Optimizer.Sgd(), 0.5).batchSize(1).build();

        new Trainer(Ball.at(0.0), rows, plan).train(recording);

        assertThat(recording.costs).containsExactly(1.0, 0.5, 0.25, 0.125, 0.0625);
        assertThat(recording.testCosts).containsExactly(1.0, 1.0, 0.25, 0.25, 0.0625);
    }

    @Test
    void tellsCostsInTheAnswersOwnUnit() {
        TrainingRows rows = new TrainingRows(Ball.rows(0.0), Ball.rows(0.5), Ball.rows(-1.0), new double[] {100.0});
        TrainingPlan plan = Ball.plan(1, new Optimizer.Sgd(), 0.5).build();

        new Trainer(Ball.at(1.0), rows, plan).train(recording);

        assertThat(recording.costs).containsExactly(100.0);
        assertThat(recording.validationCosts).containsExactly(50.0);
        assertThat(recording.testCosts).containsExactly(200.0);
        assertThat(recording.losses).containsExactly(0.5);
    }
}
