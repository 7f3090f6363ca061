package dev.feedforward.insight.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Activation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One iteration worked through. What needs answers is null where none were given.
 *
 * @param outputs rows × outputs, in the answers' own unit, as are {@code answers} and {@code errors}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One iteration worked through, every number of it.")
record Step(
        ModelRef model,

        @Schema(description = "Rows of the batch.", example = "1")
        int rows,

        @Schema(description = "The rows, in their own units.")
        double[][] inputs,

        @Schema(description = "What the network should answer; absent where that was not said.")
        double @Nullable [][] answers,

        @Schema(description = "The factor of the correction.", example = "1")
        double learningRate,

        @Schema(description = "How the weights are corrected.")
        OptimizerSettings.Name optimizer,

        @Schema(description = "Where this step differs from one of the training; absent where it does not.") @Nullable
        String note,

        @Schema(description = "The hidden layers in order, then the output layer.")
        List<LayerOfStep> layers,

        @Schema(description = "What the network answers, one row a row.", example = "[[0.99465]]")
        double[][] outputs,

        @Schema(description = "Outputs less answers.") double @Nullable [][] errors,

        @Schema(description = "Mean absolute error before the correction, in the answers' own unit.") @Nullable
        Double cost,

        @Schema(description = "The objective before the correction.") @Nullable
        Double loss,

        @Schema(description = "The cost of the same rows with the corrected weights.") @Nullable
        Double costAfter,

        @Schema(description = "The loss of the same rows with the corrected weights.") @Nullable
        Double lossAfter,

        @Schema(description = "The same told in order.") List<StepPart> steps) {

    /** This step, with its story. */
    Step told(List<StepPart> story) {
        return new Step(
                model,
                rows,
                inputs,
                answers,
                learningRate,
                optimizer,
                note,
                layers,
                outputs,
                errors,
                cost,
                loss,
                costAfter,
                lossAfter,
                story);
    }

    /** What a layer computes in the iteration: matrices of rows × neurons, weights of inputs × neurons. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "What a layer computes in the iteration.")
    record LayerOfStep(
            @Schema(description = "The layer, counted from 0.", example = "0")
            int layer,

            @Schema(description = "What it is called.", example = "hidden layer 1")
            String name,

            @Schema(description = "What is done to the weighted sums.")
            Activation activation,

            @Schema(description = "What goes in: one row a row, one column an input.")
            double[][] inputs,

            @Schema(description = "The weights: one row an input, one column a neuron.")
            double[][] weights,

            @Schema(description = "The biases, one a neuron; absent without.")
            double @Nullable [] biases,

            @Schema(description = "Inputs times weights, and the bias: one row a row, one column a neuron.")
            double[][] weightedSums,

            @Schema(description = "What becomes of them, and goes out.")
            double[][] activations,

            @Schema(description = "The derivatives of the loss with respect to the weighted sums.")
            double @Nullable [][] deltas,

            @Schema(description = "The derivatives with respect to the weights.")
            double @Nullable [][] weightGradients,

            @Schema(description = "The derivatives with respect to the biases.")
            double @Nullable [] biasGradients,

            @Schema(description = "The corrected weights.") double @Nullable [][] weightsAfter,

            @Schema(description = "The corrected biases.") double @Nullable [] biasesAfter) {}

    /** A part of the iteration, told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A part of the iteration.")
    record StepPart(
            @Schema(description = "What happens.", example = "Hidden layer 1: weighted sums")
            String title,

            @Schema(description = "The layer that it happens in; absent for the whole network.", example = "0")
            @Nullable
            Integer layer,

            @Schema(description = "The formula.", example = "z = x · W")
            String formula,

            @Schema(
                    description = "What it does, in words.",
                    example = "Each neuron multiplies every input with the weight that leads from it, and sums up.")
            String words,

            @Schema(
                    description = "One example of it in numbers.",
                    example = "z₀ = 0 · 0.343 + 1 · −3.8 + 1 · 0.254 + 0 · 0.5 = −3.54")
            String numbers) {}
}
