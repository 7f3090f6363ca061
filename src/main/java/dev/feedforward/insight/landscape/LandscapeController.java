package dev.feedforward.insight.landscape;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WeightHistory;
import dev.feedforward.model.store.WhichModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows over HTTP how the cost depends on the weights. */
@RestController
@Tag(name = "Look inside")
class LandscapeController {

    private static final String ALSO = " As JSON, CSV, SVG or PNG, by Accept or format.";

    private final Models models;
    private final ProbeRows rows;
    private final WeightHistory history;

    LandscapeController(Models models, ProbeRows rows, WeightHistory history) {
        this.models = models;
        this.rows = rows;
        this.history = history;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/slice",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "slice",
            summary = "The cost as a function of one weight",
            description =
                    "All other weights as they are: the curve, the current point, its slope by back-propagation, and"
                            + " where one step of plain gradient descent along this weight lands." + ALSO)
    Slice slice(
            @ParameterObject @Valid OneWeight weight,
            @Parameter(description = "Points of the curve.") @RequestParam(defaultValue = "61") @Min(2) @Max(1001)
                    int points,
            @ParameterObject WhichModel which) {
        Model model = models.find(which);
        return Slice.of(model, rows.of(model, points), weight.place(model), weight.min(), weight.max(), points);
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/slice/surface",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "surface",
            summary = "The cost as a function of two weights",
            description = "All other weights as they are: a surface, the current point, and the way that the training"
                    + " went." + ALSO)
    Surface surface(
            @ParameterObject @Valid OneWeight weight,
            @ParameterObject @Valid OtherWeight other,
            @Parameter(description = "Points of each side.") @RequestParam(defaultValue = "31") @Min(2) @Max(101)
                    int points,
            @ParameterObject WhichModel which) {
        Model model = models.find(which);
        Surface.Question asked = new Surface.Question(
                weight.place(model),
                other.place(model),
                weight.min(),
                weight.max(),
                other.min2(),
                other.max2(),
                points);
        return Surface.of(model, rows.of(model, (double) points * points), asked, history);
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping("/gradient-check")
    @Operation(
            operationId = "gradientCheck",
            summary = "Is back-propagation right?",
            description =
                    "Its derivatives against numeric ones, of up to 200 weights. Penalties, clipping and dropout are"
                            + " left out on both sides.")
    GradientCheck gradientCheck(@ParameterObject WhichModel which) {
        Model model = models.find(which);
        return GradientCheck.of(model, rows.of(model, (double) GradientCheck.MEASUREMENTS * GradientCheck.MOST));
    }
}
