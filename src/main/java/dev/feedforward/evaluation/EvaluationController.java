package dev.feedforward.evaluation;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Models;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Judges models over HTTP. */
@RestController
@RequestMapping("/models/{name}/versions/{version}")
@Tag(name = "Models")
class EvaluationController {

    private static final String ALSO = " As JSON, CSV, SVG or PNG, by Accept or format.";

    private final Models models;
    private final RowFinder finder;

    EvaluationController(Models models, RowFinder finder) {
        this.models = models;
        this.finder = finder;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/evaluation",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "evaluate",
            summary = "How good a model is",
            description = "On the rows that it is tested with, or on any data set with the same columns, by name or in"
                    + " their order: accuracy, precision and recall of each class and which is taken for which, or R² and"
                    + " the root of the mean squared error. The picture is the confusion matrix, or what was predicted"
                    + " against what is." + ALSO)
    @Problems({
        ProblemType.MODEL_NOT_FOUND,
        ProblemType.DATASET_NOT_FOUND,
        ProblemType.NO_TEST_ROWS,
        ProblemType.ROWS_GONE,
        ProblemType.DATASET_DOES_NOT_FIT
    })
    Evaluation evaluation(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version,
            @ParameterObject WhichRows rows,
            @ParameterObject Drawing drawing) {
        return Evaluation.of(judge(name, version, rows, drawing));
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/mistakes",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "listMistakes",
            summary = "What a model gets wrong",
            description = "Those rows first of which it was surest; where answers are numbers, those that are farthest"
                    + " off. As pictures, rows of 16×16 or 28×28 pixels are shown themselves." + ALSO)
    @Problems({
        ProblemType.MODEL_NOT_FOUND,
        ProblemType.DATASET_NOT_FOUND,
        ProblemType.NO_TEST_ROWS,
        ProblemType.ROWS_GONE,
        ProblemType.DATASET_DOES_NOT_FIT
    })
    Mistakes mistakes(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version,
            @ParameterObject WhichRows rows,
            @ParameterObject Drawing drawing,
            @Parameter(description = "At most so many.") @RequestParam(defaultValue = "50") @Min(1) @Max(1000)
                    int limit) {
        return Mistakes.of(judge(name, version, rows, drawing), limit);
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(
            path = "/importance",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "importance",
            summary = "Which columns a model goes by",
            description =
                    "Permutation importance: how much worse it answers when a column's values are dealt out to the"
                            + " rows at random. Of many rows some are drawn." + ALSO)
    @Problems({
        ProblemType.MODEL_NOT_FOUND,
        ProblemType.DATASET_NOT_FOUND,
        ProblemType.NO_TEST_ROWS,
        ProblemType.ROWS_GONE,
        ProblemType.DATASET_DOES_NOT_FIT,
        ProblemType.TOO_MANY_ANSWERS
    })
    Importance importance(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version,
            @ParameterObject WhichRows rows,
            @ParameterObject Drawing drawing,
            @Parameter(description = "How often each column is shuffled.")
                    @RequestParam(defaultValue = "5")
                    @Min(1)
                    @Max(100)
                    int repeats,
            @Parameter(description = "Which of the many ways to shuffle them.") @RequestParam(defaultValue = "1")
                    long shuffleSeed) {
        return new PermutationImportance(judge(name, version, rows, drawing), repeats, shuffleSeed).find();
    }

    private Judged judge(String name, int version, WhichRows rows, Drawing drawing) {
        Model model = models.find(name, version);
        return Judged.of(model, finder.find(model, rows, drawing));
    }
}
