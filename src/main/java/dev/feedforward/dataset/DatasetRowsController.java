package dev.feedforward.dataset;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data sets' rows over HTTP. */
@RestController
@Tag(name = "Data sets")
class DatasetRowsController {

    private final DatasetListing listing;

    DatasetRowsController(DatasetListing listing) {
        this.listing = listing;
    }

    @Computing(ALWAYS)
    @GetMapping("/datasets/{name}/rows")
    @Operation(
            operationId = "getDatasetRows",
            summary = "Read a data set's rows",
            description = "Page by page: those of an uploaded one in the order of the file, those of a built-in one as"
                    + " noise, samples and seed say, the rows for testing last.")
    @Problems(ProblemType.DATASET_NOT_FOUND)
    RowsPage rows(
            @Parameter(description = "The data set's name.", example = "xor") @PathVariable String name,
            @ParameterObject @Valid Drawing drawing,
            @Parameter(description = "Rows to leave out, as the link to the next page gives it.")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    int after,
            @Parameter(description = "Rows on a page.") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit) {
        return listing.rows(name, drawing, after, limit);
    }
}
