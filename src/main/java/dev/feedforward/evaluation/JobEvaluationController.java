package dev.feedforward.evaluation;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WhichModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Judges networks over HTTP while they are trained. */
@RestController
@Tag(name = "Jobs")
class JobEvaluationController {

    private final Models models;
    private final RowFinder finder;

    JobEvaluationController(Models models, RowFinder finder) {
        this.models = models;
        this.finder = finder;
    }

    @Computing(ALWAYS)
    @GetMapping(
            path = "/jobs/{id}/evaluation",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", "image/svg+xml", MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "evaluateJob",
            summary = "How good a job's network is right now",
            description = "While it is running, paused or ended: the same as the evaluation of a model, so that the"
                    + " confusion matrix can be watched filling up. As JSON, CSV, SVG or PNG, by Accept or format.")
    @Problems({
        ProblemType.JOB_NOT_FOUND,
        ProblemType.MODEL_NOT_FOUND,
        ProblemType.DATASET_NOT_FOUND,
        ProblemType.NO_TEST_ROWS,
        ProblemType.WRONG_STATE,
        ProblemType.ROWS_GONE,
        ProblemType.REPLAY_TOO_LONG,
        ProblemType.UNAVAILABLE
    })
    Evaluation evaluation(
            @Parameter(
                            description = "The job's number.",
                            example = "1",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @PathVariable
                    long id,
            @Parameter(
                            description = "Which of the job's rows: test or training. Those to test with where it is"
                                    + " left out, or those to learn from where there are no others.",
                            schema = @Schema(allowableValues = {"test", "training"}))
                    @RequestParam(required = false)
                    @Nullable
                    Part rows,
            @Parameter(
                            description = "What to answer, in place of the Accept header.",
                            schema = @Schema(allowableValues = {"json", "csv", "svg", "png"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        Model model = models.find(new WhichModel(null, null, id, null));
        return Evaluation.of(Judged.of(model, finder.own(model, rows)));
    }
}
