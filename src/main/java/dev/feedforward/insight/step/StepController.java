package dev.feedforward.insight.step;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.insight.weights.Size;
import dev.feedforward.model.OneRow;
import dev.feedforward.model.Predictor;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WhichModel;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Works an iteration through over HTTP. */
@RestController
@Tag(name = "Look inside")
class StepController {

    private static final double LARGEST_RATE = 1e9;

    private final Models models;
    private final ModelRows rows;

    StepController(Models models, ModelRows rows) {
        this.models = models;
        this.rows = rows;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping("/step")
    @Operation(
            operationId = "step",
            summary = "One iteration worked through",
            description = "Every number of it, and each formula in words: feeding forward, the error, the deltas, the"
                    + " gradients, the corrected weights, and what they do to the cost. Of one row and its"
                    + " answer; of a row alone, fed forward only; or, where neither is given, of all training"
                    + " rows at once. The model stays as it is.")
    @Problems({ProblemType.WRONG_INPUT_SIZE, ProblemType.MODEL_TOO_LARGE})
    Step step(
            @ParameterObject OneRow row,
            @Parameter(
                            description = "What the network should answer: the class, or a number an output with commas"
                                    + " between them.")
                    @RequestParam(required = false)
                    @Nullable
                    String answer,
            @Parameter(description = "Factor of the correction; the training's where it is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    Double learningRate,
            @ParameterObject WhichModel which) {
        if (row.isEmpty() && answer != null) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "answer=%s is the answer to no row.".formatted(answer),
                    "Give its row as well, as in /step?bits=0110&answer=1; or leave it out, for all training rows.");
        }
        if (!row.isEmpty() && answer == null && learningRate != null) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "learningRate=%s is for correcting the weights, but a row without its answer is only fed forward."
                            .formatted(learningRate),
                    "Give the answer as well, as in /step?bits=0110&answer=1&learningRate=0.1; or leave learningRate"
                            + " out.");
        }
        Model model = models.find(which);
        double rate = rate(learningRate, model);
        if (row.isEmpty()) {
            Samples all = rows.of(model).training();
            checkSize(model, all.rows());
            return new OneIteration(model, all, true, rate).step();
        }
        double[] values = row.values();
        Predictor.checkSize(model, values.length);
        checkSize(model, 1);
        double[] answers = answer == null
                ? new double[model.network().architecture().outputs()]
                : ExpectedAnswer.parse(answer, model);
        Samples one = new Samples(Matrix.of(values), Matrix.of(answers));
        return new OneIteration(model, one, answer != null, rate).step();
    }

    private static double rate(@Nullable Double asked, Model model) {
        if (asked == null) {
            return model.definition().training().learningRate();
        }
        // Not a number is neither.
        if (!(asked >= 0 && asked <= LARGEST_RATE)) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "learningRate=%s is not from 0 to 1e9.".formatted(asked),
                    "Give a number such as learningRate=0.1");
        }
        return asked;
    }

    /** An answer tells three numbers a weight, and as many a neuron and row. */
    private static void checkSize(Model model, int count) {
        Architecture architecture = model.network().architecture();
        Size.check(model, 3 * (architecture.parameters() + (long) count * (model.inputs() + architecture.neurons())));
    }
}
