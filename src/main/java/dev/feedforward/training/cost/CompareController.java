package dev.feedforward.training.cost;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Compares jobs over HTTP. */
@RestController
@Tag(name = "Jobs")
class CompareController {

    /** More curves than this nobody tells apart. */
    private static final int MOST_JOBS = 20;

    private final Comparisons comparisons;

    CompareController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Computing(ALWAYS)
    @GetMapping(
            path = "/compare",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "text/csv",
                "image/svg+xml",
                MediaType.IMAGE_PNG_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Operation(
            operationId = "compareJobs",
            summary = "Compare jobs",
            description =
                    "Their cost curves over one axis, the settings in which they differ, and what came of them; up"
                            + " to 20 jobs. As JSON, CSV, SVG, PNG or text, by Accept or format.")
    @Problems(ProblemType.JOB_NOT_FOUND)
    Comparison compare(
            @Parameter(
                            description = "The jobs' numbers, with commas between them.",
                            example = "1,3",
                            schema = @Schema(type = "string"))
                    @RequestParam
                    List<@NotNull(message = "must be a job's number") Long> jobs,
            @Parameter(description = "What to compare.") @RequestParam(defaultValue = "cost") Measure measure,
            @Parameter(description = "Thins the curves to so many points, without losing peaks.")
                    @RequestParam(defaultValue = "500")
                    @Min(1)
                    @Max(1_000_000)
                    int points,
            @Parameter(
                            description = "What to answer, in place of the Accept header.",
                            schema = @Schema(allowableValues = {"json", "csv", "svg", "png", "txt"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        List<Long> different = jobs.stream().distinct().toList();
        if (different.isEmpty() || different.size() > MOST_JOBS) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "jobs= names %d jobs, from 1 to %d can be compared.".formatted(different.size(), MOST_JOBS),
                    "Give the jobs' numbers with commas between them, as in jobs=1,2,3");
        }
        return comparisons.of(different, measure).thinned(points);
    }
}
