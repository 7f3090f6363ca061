package dev.feedforward.model;

import static dev.feedforward.computing.Computing.When.BY_SIZE;
import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.caching.Lasting;
import dev.feedforward.computing.Computing;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRepository;
import dev.feedforward.model.store.ModelRepository.Listed;
import dev.feedforward.model.store.ModelSummary;
import dev.feedforward.model.store.Models;
import dev.feedforward.nn.Architecture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models over HTTP. */
@RestController
@RequestMapping("/models")
@Tag(name = "Models")
class ModelController {

    private static final String WEIGHTS =
            "Whether the weights and biases are told, which of a large network are millions of numbers.";

    /** Multiplications that it takes as long as to write a weight. */
    private static final int WORK_A_WEIGHT = 100;

    /** Bytes of a list of numbers, besides these. */
    private static final long LIST = 24;

    private final Models models;
    private final ModelRepository repository;
    private final Turns turns;

    ModelController(Models models, ModelRepository repository, Turns turns) {
        this.models = models;
        this.repository = repository;
        this.turns = turns;
    }

    @Computing(NEVER)
    @GetMapping
    @Operation(operationId = "listModels", summary = "List the models", description = "Every version, newest first.")
    ModelList list(
            @Parameter(description = "Only the versions of this name.") @RequestParam(defaultValue = "") String name,
            @Parameter(description = "As the link to the next page gives it.") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "Models on a page.") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit) {
        List<Listed> found = repository.list(name, after == null ? Long.MAX_VALUE : after, limit + 1);
        List<Listed> page = found.subList(0, Math.min(limit, found.size()));
        String query = name.isEmpty() ? "" : "&name=" + name;
        String next = found.size() > limit
                ? "/models?after=%d&limit=%d%s".formatted(page.get(limit - 1).id(), limit, query)
                : null;
        return new ModelList(page.stream().map(Listed::summary).toList(), next);
    }

    @Lasting
    @Computing(BY_SIZE)
    @GetMapping("/{name}")
    @Operation(
            operationId = "getModel",
            summary = "Look at a model's newest version",
            description =
                    "The version that is taken where none is named: the newest that comes of a job that did not fail."
                            + " Its layers with every weight, how it was trained, how good it is and where it comes from.")
    @Problems({ProblemType.MODEL_NOT_FOUND, ProblemType.ONLY_FAILED_MODELS})
    ModelDetails newest(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = WEIGHTS) @RequestParam(defaultValue = "true") boolean weights) {
        return details(models.find(name, null), weights);
    }

    @Lasting
    @Computing(BY_SIZE)
    @GetMapping("/{name}/versions/{version}")
    @Operation(
            operationId = "getModelVersion",
            summary = "Look at one version of a model",
            description = "Its layers with every weight, how it was trained, how good it is and where it comes from.")
    @Problems(ProblemType.MODEL_NOT_FOUND)
    ModelDetails version(
            @Parameter(description = "The model's name.", example = "course") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version,
            @Parameter(description = WEIGHTS) @RequestParam(defaultValue = "true") boolean weights) {
        return details(models.find(name, version), weights);
    }

    /** Of all weights, in a list for each input of each layer. */
    private static long bytes(Architecture architecture) {
        long lists = IntStream.range(0, architecture.layers().size())
                .mapToLong(architecture::fanIn)
                .sum();
        return Double.BYTES * architecture.parameters() + LIST * lists;
    }

    private ModelDetails details(Model model, boolean weights) {
        turns.takeFor(
                weights
                        ? (double) WORK_A_WEIGHT
                                * model.network().architecture().parameters()
                        : 0);
        if (weights) {
            RequestMemory.take(bytes(model.network().architecture()));
        }
        return ModelDetails.of(model, weights);
    }

    @Computing(NEVER)
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteModel",
            summary = "Delete a model",
            description =
                    "With all its versions. The next one trained under the name goes on counting. Refused while a job that has not"
                            + " ended goes on from one of them.")
    @Problems({ProblemType.MODEL_NOT_FOUND, ProblemType.WRONG_STATE})
    void delete(@Parameter(description = "The model's name.", example = "xor") @PathVariable String name) {
        models.delete(name, null);
    }

    @Computing(NEVER)
    @DeleteMapping("/{name}/versions/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteModelVersion",
            summary = "Delete one version of a model",
            description = "Its number is not given again. Refused while a job that has not ended goes on from it.")
    @Problems({ProblemType.MODEL_NOT_FOUND, ProblemType.WRONG_STATE})
    void deleteVersion(
            @Parameter(description = "The model's name.", example = "bits") @PathVariable String name,
            @Parameter(description = "The model's version, counted from 1.", example = "1") @PathVariable int version) {
        models.delete(name, version);
    }

    @Schema(description = "A page of models.")
    record ModelList(
            @Schema(description = "The models, newest first.")
            List<ModelSummary> items,

            @Schema(
                    description = "The next page; null on the last one.",
                    types = {"string", "null"},
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/models?after=12&limit=50")
            @Nullable
            String next) {}
}
