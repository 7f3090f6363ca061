package dev.feedforward.dataset;

import static dev.feedforward.computing.Computing.When.ALWAYS;
import static dev.feedforward.computing.Computing.When.BY_SIZE;
import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.store.DatasetStore;
import dev.feedforward.dataset.upload.UploadParameters;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.json.name.PlainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Data sets over HTTP. */
@RestController
@RequestMapping("/datasets")
@Tag(name = "Data sets")
class DatasetController {

    private final Datasets datasets;
    private final DatasetUploads uploads;
    private final DatasetListing listing;
    private final DatasetStore store;

    DatasetController(Datasets datasets, DatasetUploads uploads, DatasetListing listing, DatasetStore store) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.listing = listing;
        this.store = store;
    }

    @Computing(ALWAYS)
    @PutMapping(
            path = "/{name}",
            produces = MediaType.APPLICATION_JSON_VALUE,
            // What curl -T, browsers and spreadsheets call a file. What it is, its bytes tell.
            consumes = {
                "text/csv",
                "application/json",
                "application/csv",
                "application/vnd.ms-excel",
                "application/gzip",
                "application/x-gzip",
                "application/octet-stream",
                "text/plain",
                "text/tab-separated-values"
            })
    @Operation(
            operationId = "putDataset",
            summary = "Upload a data set",
            description = "As CSV or JSON rows, of any size up to the limits, also compressed by gzip: curl -T iris.csv"
                    + " '{service}/datasets/iris'. What the columns are is found out from the first 1,000"
                    + " rows: numbers where nine in ten values are, else categories. Values that are empty, NA, N/A,"
                    + " NaN, null or ? are missing. The data set takes the place of what had its name, at once and"
                    + " whole; a file that is refused changes nothing. What is taken as it is, but may have been meant"
                    + " otherwise, is told in warnings.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description =
                                    "CSV, or a JSON list of rows: objects, or lists; or either compressed by gzip.",
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(ref = "#/components/schemas/DatasetRows")),
                                @Content(
                                        mediaType = "application/gzip",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "200", description = "The data set, which has taken the place of another.")
    @ApiResponse(
            responseCode = "201",
            description = "The data set.",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "The data set's path.",
                            schema = @Schema(type = "string")))
    @Problems({
        ProblemType.MALFORMED_JSON,
        ProblemType.CONFLICT,
        ProblemType.BODY_TOO_LARGE,
        ProblemType.REQUEST_TIMEOUT,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_DATASET,
        ProblemType.TOO_MANY_REQUESTS,
        ProblemType.STORAGE_FULL
    })
    ResponseEntity<DatasetDetails> put(
            @Parameter(
                            description = "The data set's name.",
                            schema = @Schema(type = "string", pattern = PlainName.PATTERN),
                            example = "flowers")
                    @PathVariable
                    String name,
            @ParameterObject @Valid UploadParameters parameters,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        if (isJson(request)) {
            parameters.checkForJson();
        }
        UploadedFile file = UploadedFile.of(
                request.getInputStream(),
                isJson(request),
                request.getHeader(HttpHeaders.CONTENT_ENCODING),
                request.getContentLengthLong());
        DatasetUploads.Stored stored = uploads.store(name, file, parameters.options());
        ResponseEntity.BodyBuilder answer =
                stored.replaced() ? ResponseEntity.ok() : ResponseEntity.created(URI.create("/datasets/" + name));
        return answer.body(listing.describe(stored.dataset()));
    }

    @Computing(ALWAYS)
    @PutMapping(
            path = "/{name}",
            produces = MediaType.APPLICATION_JSON_VALUE,
            // What curl --data-binary calls a file.
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(hidden = true) // The generator takes the parameters of what may be a form for the form's fields.
    ResponseEntity<DatasetDetails> putForm(
            @PathVariable String name, @ParameterObject @Valid UploadParameters parameters, HttpServletRequest request)
            throws IOException {
        return put(name, parameters, request);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    @Computing(NEVER)
    @GetMapping
    @Operation(
            operationId = "listDatasets",
            summary = "List the data sets",
            description = "Those uploaded, newest first, then those that the service brings along.")
    DatasetList list(
            @Parameter(description = "As the link to the next page gives it.") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "Data sets on a page.") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit) {
        Map<Long, DatasetSummary> found = listing.list(after == null ? Long.MAX_VALUE : after, limit + 1);
        List<Long> page = found.keySet().stream().limit(limit).toList();
        String next = found.size() > limit ? "/datasets?after=%d&limit=%d".formatted(page.get(limit - 1), limit) : null;
        return new DatasetList(found.values().stream().limit(limit).toList(), next);
    }

    @Computing(BY_SIZE)
    @GetMapping("/{name}")
    @Operation(
            operationId = "getDataset",
            summary = "Look at a data set",
            description = "Its columns with their figures, and its first rows.")
    @Problems(ProblemType.DATASET_NOT_FOUND)
    DatasetDetails get(
            @Parameter(description = "The data set's name.", example = "flowers") @PathVariable String name) {
        return listing.describe(name);
    }

    @Computing(NEVER)
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteDataset",
            summary = "Delete a data set",
            description = "Models that were trained on it are kept. What a job still needs cannot be deleted.")
    @Problems({ProblemType.DATASET_NOT_FOUND, ProblemType.CONFLICT, ProblemType.WRONG_STATE})
    void delete(@Parameter(description = "The data set's name.", example = "flowers") @PathVariable String name) {
        Datasets.refuseBuiltIn(name);
        store.delete(datasets.id(name), name);
    }

    @Schema(description = "A page of data sets.")
    record DatasetList(
            @Schema(description = "The data sets: those uploaded, newest first, then those of the service.")
            List<DatasetSummary> items,

            @Schema(
                    description = "The next page; null on the last one.",
                    types = {"string", "null"},
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/datasets?after=12&limit=50")
            @Nullable
            String next) {}
}
