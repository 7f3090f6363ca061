package dev.feedforward.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row that a model answered wrong.
 *
 * @param answer a label, or a number; null where there are several outputs that are no classes
 * @param expected the same
 * @param confidence how sure the model was, from 0 to 1; null where answers are numbers
 * @param error how far the answer is off, the mean over the outputs; null where answers are right or wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A row that the model answered wrong.")
record Mistake(
        @Schema(description = "Its number among the rows, counted from 0.", example = "17")
        int row,

        @Schema(description = "The numbers that the network was given, before they were standardised.")
        double[] inputs,

        @Schema(description = "What the network answered, one an output neuron.")
        double[] outputs,

        @Schema(
                description =
                        "What these stand for: a label or a number; absent where there are several outputs that are"
                                + " no classes.",
                example = "7",
                oneOf = {String.class, Double.class})
        @Nullable
        Object answer,

        @Schema(
                description = "What the answer should have been.",
                example = "1",
                oneOf = {String.class, Double.class})
        @Nullable
        Object expected,

        @Schema(
                description = "How sure the network was of its answer, 0 to 1; absent where answers are numbers.",
                example = "0.98")
        @Nullable
        Double confidence,

        @Schema(
                description = "How far the answer is off, in the answers' own unit; absent where answers are right or"
                        + " wrong.")
        @Nullable
        Double error) {}
