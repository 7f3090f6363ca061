package dev.feedforward.insight.weights;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WhichModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the weights of networks over HTTP. */
@RestController
@Tag(name = "Look inside")
class WeightsController {

    private final Models models;

    WeightsController(Models models) {
        this.models = models;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping("/weights")
    @Operation(
            operationId = "weights",
            summary = "Every weight and bias",
            description = "Of the network as it is, or, with job and iteration, as it is or was in its training; up to"
                    + " 500,000 numbers.")
    @Problems(ProblemType.MODEL_TOO_LARGE)
    Weights weights(@ParameterObject WhichModel which) {
        return Weights.of(models.find(which));
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/weight-images",
            produces = {MediaType.APPLICATION_JSON_VALUE, "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "weightImages",
            summary = "What the first layer's neurons look for",
            description =
                    "For inputs that are pictures of 16×16 or 28×28 pixels: the weights of each neuron of the first"
                            + " layer, as a picture of the same size. As JSON, SVG or PNG, by Accept or format.",
            parameters =
                    @Parameter(
                            name = "model",
                            in = ParameterIn.QUERY,
                            example = "digits",
                            schema = @Schema(type = "string")))
    @Problems({ProblemType.WRONG_INPUT_SIZE, ProblemType.MODEL_TOO_LARGE})
    WeightImages weightImages(
            @ParameterObject WhichModel which,
            @Parameter(
                            description = "What to answer, in place of the Accept header.",
                            schema = @Schema(allowableValues = {"json", "svg", "png"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        return WeightImages.of(models.find(which));
    }
}
