package dev.feedforward.insight.answers;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.OneRow;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WhichModel;
import dev.feedforward.nn.data.Samples;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks inside models over HTTP. */
@RestController
@Tag(name = "Look inside")
class InsightController {

    private final Models models;
    private final ModelRows rows;

    InsightController(Models models, ModelRows rows) {
        this.models = models;
        this.rows = rows;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping("/truth-table")
    @Operation(
            operationId = "truthTable",
            summary = "Every pattern of bits and the network's answer",
            description =
                    "For networks of at most 12 inputs. With a rule it says where the network disagrees: the course's"
                            + " network gets 12 of 16 patterns right. Its five training rows never show a 1 in the second"
                            + " place without one in the third, so it learned \"the second bit is 1\".")
    @Problems(ProblemType.WRONG_INPUT_SIZE)
    TruthTable truthTable(
            @Parameter(
                            description = "What the answer should be 1 for: a character a bit, 1, 0, or . for either.",
                            example = ".11.")
                    @RequestParam(required = false)
                    @Nullable
                    String rule,
            @ParameterObject WhichModel which) {
        return TruthTable.of(models.find(which), rule);
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping("/sensitivity")
    @Operation(
            operationId = "sensitivity",
            summary = "What each input does to the answer",
            description =
                    "For a row of bits, what flipping each of them alone does; for any row, how steeply the outputs"
                            + " go with each input. For up to 1,024 inputs.")
    @Problems({ProblemType.WRONG_INPUT_SIZE, ProblemType.MODEL_TOO_LARGE})
    Sensitivity sensitivity(@ParameterObject OneRow row, @ParameterObject WhichModel which) {
        double[] values = row.values();
        return Sensitivity.of(models.find(which), values);
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/decision-surface",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "decisionSurface",
            summary = "What a network of two inputs answers all over the plane",
            description =
                    "And what each of its hidden neurons does. A picture shows the outputs, with the training rows"
                            + " over them. As JSON, CSV, SVG or PNG, by Accept or format.",
            parameters =
                    @Parameter(
                            name = "model",
                            in = ParameterIn.QUERY,
                            example = "spiral",
                            schema = @Schema(type = "string")))
    @Problems({ProblemType.WRONG_INPUT_SIZE, ProblemType.MODEL_TOO_LARGE})
    DecisionSurface decisionSurface(
            @Parameter(description = "Points of each side.") @RequestParam(defaultValue = "40") @Min(2) @Max(201)
                    int points,
            @ParameterObject PlaneRange range,
            @Parameter(description = "Decimals that numbers are rounded to.")
                    @RequestParam(defaultValue = "3")
                    @Min(0)
                    @Max(15)
                    int decimals,
            @ParameterObject WhichModel which,
            @Parameter(
                            description = "What to answer, in place of the Accept header.",
                            schema = @Schema(allowableValues = {"json", "csv", "svg", "png"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        Model model = models.find(which);
        DecisionSurface.check(model, points);
        Samples learned = learned(model);
        double[] xs = range.first(learned).points(points);
        double[] ys = range.second(learned).points(points);
        return DecisionSurface.of(model, learned, xs, ys, decimals);
    }

    /** Null where they are gone: what the network answers is worth seeing without. */
    private @Nullable Samples learned(Model model) {
        try {
            return rows.of(model).training();
        } catch (ServiceException e) {
            if (e.type() != ProblemType.ROWS_GONE && e.type() != ProblemType.DATASET_NOT_FOUND) {
                throw e;
            }
            return null;
        }
    }
}
