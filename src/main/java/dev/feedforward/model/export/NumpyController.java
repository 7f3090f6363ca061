package dev.feedforward.model.export;

import static dev.feedforward.computing.Computing.When.ALWAYS;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Models;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Models as programs, over HTTP. */
@RestController
@Tag(name = "Models")
class NumpyController {

    private static final String PYTHON = "text/x-python";

    /** Some 20 MB of text. */
    private static final long MOST_PARAMETERS = 1_000_000;

    /** Bytes that a weight may take as text: while the text grows, as a whole, and as it is sent. */
    private static final long WEIGHT = 80;

    private final Models models;
    private final ModelRows rows;

    NumpyController(Models models, ModelRows rows) {
        this.models = models;
        this.rows = rows;
    }

    @Lasting
    @Computing(ALWAYS)
    @GetMapping(path = "/models/{name}/versions/{version}/numpy", produces = PYTHON)
    @Operation(
            operationId = "getNumpyScript",
            summary = "Take a model along as a Python script",
            description = "A program that needs numpy and nothing else, with all weights to the bit, and how rows are"
                    + " encoded. Run, it prints what the model answers to its test rows, or to the first ten that it"
                    + " learned from where there are none; its function predict(rows) answers other rows, which are"
                    + " lists of values in the order of the columns.")
    @ApiResponse(
            responseCode = "200",
            description = "The program.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            required = true,
                            description = "The program's file name.",
                            schema = @Schema(type = "string", example = "attachment; filename=\"course-1.py\"")),
            content = @Content(mediaType = PYTHON, schema = @Schema(implementation = String.class)))
    @Problems({ProblemType.MODEL_NOT_FOUND, ProblemType.MODEL_TOO_LARGE})
    ResponseEntity<String> script(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version) {
        Model model = models.find(name, version);
        check(model);
        RequestMemory.take(WEIGHT * model.network().architecture().parameters());
        ContentDisposition file = ContentDisposition.attachment()
                .filename(NumpyScript.fileName(model.ref()))
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.valueOf(PYTHON), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(NumpyScript.of(model, rows(model)));
    }

    private static void check(Model model) {
        long parameters = model.network().architecture().parameters();
        if (parameters > MOST_PARAMETERS) {
            throw new ServiceException(
                    ProblemType.MODEL_TOO_LARGE,
                    "%s has %d weights and biases; a script is written for at most %d."
                            .formatted(model.ref(), parameters, MOST_PARAMETERS),
                    ProblemType.MODEL_TOO_LARGE.remedy());
        }
    }

    private NumpyRows rows(Model model) {
        InputColumns columns = model.definition().encoding().columns();
        try {
            TrainingRows found = rows.of(model);
            Samples test = found.test();
            RowSource tested = test == null ? found.unanswered() : test.inputs();
            return tested != null
                    ? NumpyRows.of("test", tested, Integer.MAX_VALUE, columns)
                    : NumpyRows.of("training", found.training().inputs(), NumpyRows.MOST_TRAINING_ROWS, columns);
        } catch (ServiceException e) {
            if (e.type() == ProblemType.ROWS_GONE || e.type() == ProblemType.DATASET_NOT_FOUND) {
                return NumpyRows.gone(model.inputs(), columns);
            }
            throw e;
        }
    }
}
