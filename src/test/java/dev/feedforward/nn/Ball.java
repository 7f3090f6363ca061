package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.EarlyStopping;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest network, one weight {@code w} with the loss ½ w²: a ball in a bowl, whose path is worked out by hand.
 */
public final class Ball {

    static final Architecture ARCHITECTURE = new Architecture(1, List.of(new LayerSpec(1, Activation.IDENTITY, false)));

    /** Asks 1, which the network answers with w, and wants 0. */
    public static final TrainingRows ROWS = TrainingRows.of(rows(0.0));

    private Ball() {}

    /** The network with the weight {@code w}. */
    public static Network at(double w) {
        Parameters parameters = new Parameters(ARCHITECTURE);
        parameters.weights(0)[0] = w;
        return new Network(ARCHITECTURE, parameters);
    }

    /** A row for each of {@code answers}, which asks 1. */
    public static Samples rows(double... answers) {
        double[] ones = new double[answers.length];
        Arrays.fill(ones, 1.0);
        return new Samples(new Matrix(answers.length, 1, ones), new Matrix(answers.length, 1, answers));
    }

    public static Plan plan(long iterations, Optimizer optimizer, double learningRate) {
        return new Plan(iterations, optimizer, learningRate);
    }

    /** A plan with the loss ½ w² that records every iteration, changed step by step. */
    public static final class Plan {

        private final long iterations;
        private final Optimizer optimizer;
        private final double learningRate;
        private int batchSize;
        private boolean shuffle;
        private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;
        private @Nullable EarlyStopping earlyStopping;
        private double stopAtCost = -1.0;
        private long recordEvery = 1;

        private Plan(long iterations, Optimizer optimizer, double learningRate) {
            this.iterations = iterations;
            this.optimizer = optimizer;
            this.learningRate = learningRate;
        }

        public Plan batchSize(int rows) {
            batchSize = rows;
            return this;
        }

        public Plan shuffle() {
            shuffle = true;
            return this;
        }

        public Plan schedule(LearningRateSchedule course) {
            schedule = course;
            return this;
        }

        public Plan earlyStopping(EarlyStopping rule) {
            earlyStopping = rule;
            return this;
        }

        public Plan stopAtCost(double cost) {
            stopAtCost = cost;
            return this;
        }

        public Plan recordEvery(long every) {
            recordEvery = every;
            return this;
        }

        public TrainingPlan build() {
            return new TrainingPlan(
                    iterations,
                    batchSize,
                    shuffle,
                    optimizer,
                    learningRate,
                    schedule,
                    Loss.HALF_SUM_SQUARED_ERROR,
                    Regularization.NONE,
                    earlyStopping,
                    stopAtCost,
                    1,
                    recordEvery);
        }
    }
}
