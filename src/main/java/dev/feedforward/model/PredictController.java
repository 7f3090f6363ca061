package dev.feedforward.model;

import static dev.feedforward.computing.Computing.When.OF_LARGE_BODIES;
import static dev.feedforward.computing.Computing.When.OF_THE_PAST;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.computing.Computing;
import dev.feedforward.computing.Turns;
import dev.feedforward.dataset.rows.AskedRows;
import dev.feedforward.error.BodyExample;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WhichModel;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks models over HTTP. */
@RestController
@Tag(name = "Predict")
class PredictController {

    private final Models models;
    private final Turns turns;

    PredictController(Models models, Turns turns) {
        this.models = models;
        this.turns = turns;
    }

    @Computing(OF_THE_PAST)
    @GetMapping("/predict")
    @Operation(
            operationId = "predict",
            summary = "Ask for one row",
            description = "Feeds one row forward through the model trained last, or the one that is named.")
    @Problems(ProblemType.WRONG_INPUT_SIZE)
    Predicted predict(@ParameterObject OneRow row, @ParameterObject WhichModel which) {
        double[] values = row.values();
        Model asked = models.find(which);
        return Predicted.of(
                asked, which.job(), Predictor.predict(asked, Matrix.of(values)).get(0));
    }

    @Computing(OF_LARGE_BODIES)
    @PostMapping("/predict")
    @Operation(
            operationId = "predictRows",
            summary = "Ask for many rows",
            description = "Answers every row, in the order of the rows.")
    @Problems({
        ProblemType.MALFORMED_JSON,
        ProblemType.BODY_TOO_LARGE,
        ProblemType.REQUEST_TIMEOUT,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_REQUEST,
        ProblemType.WRONG_INPUT_SIZE,
        ProblemType.TOO_MANY_ANSWERS
    })
    PredictedRows predictRows(@RequestBody PredictRequest request, @ParameterObject WhichModel which) {
        Model asked = models.find(which);
        turns.takeFor((double) request.inputs().rows()
                * asked.network().architecture().parameters());
        return PredictedRows.of(asked, which.job(), Predictor.predict(asked, request.inputs()));
    }

    @Schema(description = "Rows to ask about.")
    @BodyExample("{\"inputs\": [[0,1,1,0]]}")
    record PredictRequest(
            @Schema(
                    description = "Rows as lists of values or bit strings; for a model that was trained on a data set"
                            + " also as objects by its columns' names.",
                    example = "[[0,1,1,0],\"0100\"]")
            @NotNull(message = "missing: give a list of rows")
            AskedRows inputs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "What a model answers to one row.")
    record Predicted(
            ModelRef model,

            @Schema(description = "The job whose network was asked; absent where none was named.") @Nullable
            Long job,

            @Schema(
                    description = "Corrections of the weights that were made before; absent for a trained model.",
                    example = "500")
            @Nullable
            Long iteration,

            @JsonUnwrapped Prediction prediction) {

        static Predicted of(Model asked, @Nullable Long job, Prediction prediction) {
            return new Predicted(asked.ref(), job, asked.iteration(), prediction);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "What a model answers to many rows.")
    record PredictedRows(
            ModelRef model,

            @Schema(description = "The job whose network was asked; absent where none was named.") @Nullable
            Long job,

            @Schema(
                    description = "Corrections of the weights that were made before; absent for a trained model.",
                    example = "500")
            @Nullable
            Long iteration,

            @Schema(description = "One a row, in the order of the rows.")
            List<Prediction> items) {

        static PredictedRows of(Model asked, @Nullable Long job, List<Prediction> items) {
            return new PredictedRows(asked.ref(), job, asked.iteration(), items);
        }
    }
}
