package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.nn.Ball;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Recording;
import dev.feedforward.nn.training.LearningRateSchedule.Kind;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTests {

    @Test
    void staysWhenConstant() {
        assertFactors(LearningRateSchedule.CONSTANT, 4, 1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void fallsAtEachStepWhenStep() {
        LearningRateSchedule schedule = new LearningRateSchedule(Kind.STEP, 0.1, 3, 0.0, 0);

        assertFactors(schedule, 8, 1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.01, 0.01);
    }

    @Test
    void fallsEveryIterationWhenExponential() {
        LearningRateSchedule schedule = new LearningRateSchedule(Kind.EXPONENTIAL, 0.5, 1, 0.0, 0);

        assertFactors(schedule, 4, 1.0, 0.5, 0.25, 0.125);
    }

    @Test
    void fallsAlongHalfACosineWhenCosine() {
        LearningRateSchedule schedule = new LearningRateSchedule(Kind.COSINE, 1.0, 1, 0.2, 0);

        // 0.2 + 0.8 · (1 + cos(π · i / 4)) / 2
        double eighth = 0.4 * Math.sqrt(0.5);
        assertFactors(schedule, 4, 1.0, 0.6 + eighth, 0.6, 0.6 - eighth);
        assertThat(schedule.factor(4, 4)).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void growsLinearlyBeforeItsCourseWhenWarmingUp() {
        LearningRateSchedule constant = new LearningRateSchedule(Kind.CONSTANT, 1.0, 1, 0.0, 4);
        LearningRateSchedule exponential = new LearningRateSchedule(Kind.EXPONENTIAL, 0.5, 1, 0.0, 2);

        assertFactors(constant, 6, 0.25, 0.5, 0.75, 1.0, 1.0, 1.0);
        assertFactors(exponential, 4, 0.5, 0.5, 0.25, 0.125);
    }

    @Test
    void scalesEveryCorrectionWhenTraining() {
        // One weight w with the loss ½ w²: each correction multiplies w with 1 - rate.
        Network network = Ball.at(1.0);
        TrainingPlan plan = Ball.plan(3, new Optimizer.Sgd(), 0.5)
                .schedule(new LearningRateSchedule(Kind.EXPONENTIAL, 0.5, 1, 0.0, 0))
                .build();

        new Trainer(network, Ball.ROWS, plan).train(new Recording());

        assertThat(network.parameters().weights(0)[0]).isEqualTo(0.5 * 0.75 * 0.875);
    }

    private static void assertFactors(LearningRateSchedule schedule, int iterations, double... expected) {
        assertThat(LongStream.range(0, iterations)
                        .mapToDouble(i -> schedule.factor(i, iterations))
                        .toArray())
                .containsExactly(expected, within(1e-15));
    }
}
