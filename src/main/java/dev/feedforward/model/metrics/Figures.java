package dev.feedforward.model.metrics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How well a trained network answers. Numbers that are not finite are null.
 *
 * @param cost mean absolute error over the training rows
 * @param loss the objective over the training rows
 * @param metrics the figures that fit the kind of answers, over the training rows
 * @param test the same for the test rows, or null without them; mere outputs where these have no answers
 * @param validation the same for the validation rows, or null without them
 * @param seconds how long the training took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How well the trained network answers.")
public record Figures(
        @Schema(
                description = "Mean absolute error over the training rows, in the answers' own unit.",
                example = "0.00485")
        double cost,

        @Schema(description = "The objective over the training rows.", example = "0.0000654")
        double loss,

        @JsonUnwrapped Metrics metrics,

        @Schema(
                description = "The same for the test rows, or outputs alone where these have no answers; absent without"
                        + " test rows.")
        @Nullable
        Test test,

        @Schema(description = "The same for the validation rows; absent without them.") @Nullable
        Validation validation,

        @Schema(description = "Seconds that the training took.", example = "0.084")
        double seconds) {

    /**
     * Asks a trained network the rows that it was trained on, validated with and is tested with.
     *
     * @param rows encoded as in the training
     */
    public static Figures measure(ModelEvaluator evaluator, TrainingRows rows, double seconds) {
        ModelEvaluator.Measured trained = evaluator.measure(rows.training());
        Samples validation = rows.validation();
        return new Figures(
                trained.cost(),
                trained.loss(),
                trained.metrics(),
                test(evaluator, rows),
                validation == null ? null : Validation.of(evaluator.measure(validation)),
                seconds);
    }

    private static @Nullable Test test(ModelEvaluator evaluator, TrainingRows rows) {
        Samples test = rows.test();
        if (test != null) {
            return Test.of(evaluator.measure(test));
        }
        RowSource unanswered = rows.unanswered();
        return unanswered == null ? null : Test.of(evaluator.outputs(unanswered));
    }

    /** What is answered to each test row: rows × outputs; null where that is not kept. */
    @JsonIgnore
    public double @Nullable [][] testOutputs() {
        return test == null ? null : test.outputs();
    }

    /** The same with {@code outputs} for what is answered to each test row; null for none. */
    public Figures withTestOutputs(double @Nullable [][] outputs) {
        return test == null ? this : with(new Test(outputs, test.cost(), test.metrics()));
    }

    /** The same without what is answered to each test row, which makes a list long. */
    public Figures withoutOutputs() {
        return test == null ? this : with(test.withoutOutputs());
    }

    private Figures with(@Nullable Test other) {
        return new Figures(cost, loss, metrics, other, validation, seconds);
    }

    /** Whether cost and loss are numbers that can be told. */
    @JsonIgnore
    public boolean isFinite() {
        return Double.isFinite(cost) && Double.isFinite(loss);
    }

    /** Share of the training rows answered right, from 0 to 1; null where answers are not classes. */
    @JsonIgnore
    public @Nullable Double accuracy() {
        return metrics.accuracy();
    }

    /**
     * How well a trained network answers rows that it was not trained on.
     *
     * @param outputs rows × outputs; null where they are more than {@value #MOST_OUTPUTS} numbers
     * @param cost the mean absolute error; null where nobody says what the rows should be answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TestFigures", description = "How well the network answers rows that it was not trained on.")
    public record Test(
            @Schema(
                    description = "What the network answers to each test row: a row each, an output a column; absent"
                            + " where these are more than 10,000 numbers, and in lists of models and jobs.")
            double @Nullable [][] outputs,

            @Schema(
                    description = "Mean absolute error over the test rows, in the answers' own unit; absent, like all"
                            + " other figures, where these have no answers.")
            @Nullable
            Double cost,

            @JsonUnwrapped Metrics metrics) {

        /** Beyond these the outputs are left out of what is stored with each job and model. */
        static final int MOST_OUTPUTS = 10_000;

        private static Test of(ModelEvaluator.Measured measured) {
            return new Test(told(measured.outputs()), measured.cost(), measured.metrics());
        }

        /** Of rows without answers. */
        private static Test of(Matrix outputs) {
            return new Test(told(outputs), null, Metrics.NONE);
        }

        private static double @Nullable [][] told(Matrix outputs) {
            return outputs.values().length > MOST_OUTPUTS ? null : outputs.toRows();
        }

        /** The figures alone; null where there are none. */
        private @Nullable Test withoutOutputs() {
            return cost == null ? null : new Test(null, cost, metrics);
        }

        /** Share of the test rows answered right, from 0 to 1; null where answers are not classes. */
        @JsonIgnore
        public @Nullable Double accuracy() {
            return metrics.accuracy();
        }
    }

    /** How well a trained network answers the rows by which its training was watched. */
    @Schema(
            name = "ValidationFigures",
            description = "How well the network answers the rows by which its training was watched.")
    public record Validation(
            @Schema(description = "Mean absolute error over the validation rows, in the answers' own unit.")
            double cost,

            @Schema(description = "The objective over the validation rows.")
            double loss,

            @JsonUnwrapped Metrics metrics) {

        private static Validation of(ModelEvaluator.Measured measured) {
            return new Validation(measured.cost(), measured.loss(), measured.metrics());
        }
    }
}
