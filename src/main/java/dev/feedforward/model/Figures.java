package dev.feedforward.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Samples;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How well a trained network answers. Numbers that are not finite are null.
 *
 * @param cost mean absolute error over the training rows
 * @param loss the objective over the training rows
 * @param accuracy share of the training rows answered right, from 0 to 1; null where answers are not classes
 * @param test the same for the test rows, or null without them
 * @param seconds how long the training took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How well the trained network answers.")
public record Figures(
        @Schema(description = "Mean absolute error over the training rows.", example = "0.00485")
        double cost,

        @Schema(description = "The objective over the training rows.", example = "0.0000654")
        double loss,

        @Schema(
                description = "Share of the training rows answered right, 0 to 1. Absent where answers are neither 0"
                        + " and 1 nor class labels.")
        @Nullable
        Double accuracy,

        @Schema(description = "The same for the test rows; absent without them.") @Nullable
        Test test,

        @Schema(description = "Seconds that the training took.", example = "0.084")
        double seconds) {

    /**
     * Asks a trained network the rows that it was trained on, and those it is tested with.
     *
     * @param classes what the answers stand for, or null where they are numbers
     * @param test null for none
     */
    public static Figures measure(
            Network network,
            @Nullable Classes classes,
            Loss loss,
            Samples training,
            @Nullable Samples test,
            double seconds) {
        Evaluation trained = network.evaluate(training, loss);
        return new Figures(
                trained.cost(),
                trained.loss(),
                accuracy(network, classes, trained, training),
                test == null ? null : measureTest(network, classes, loss, test),
                seconds);
    }

    private static Test measureTest(Network network, @Nullable Classes classes, Loss loss, Samples test) {
        Evaluation tested = network.evaluate(test, loss);
        return new Test(tested.outputs().toRows(), tested.cost(), accuracy(network, classes, tested, test));
    }

    private static @Nullable Double accuracy(
            Network network, @Nullable Classes classes, Evaluation evaluation, Samples samples) {
        return Accuracy.of(network.architecture(), classes, evaluation.outputs(), samples.answers());
    }

    /**
     * How well a trained network answers rows that it was not trained on.
     *
     * @param outputs rows × outputs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TestFigures", description = "How well the network answers rows that it was not trained on.")
    public record Test(
            @Schema(description = "What the network answers to each test row: a row each, an output a column.")
            double[][] outputs,

            @Schema(description = "Mean absolute error over the test rows.")
            double cost,

            @Schema(description = "Share of the test rows answered right, 0 to 1.") @Nullable
            Double accuracy) {}
}
