package dev.feedforward.model.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.memory.MemoryLimits;
import dev.feedforward.model.metrics.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds models by name and version. Those asked last stay in memory, as a model never changes. */
@Component
public class Models {

    private final ModelRepository repository;
    private final ModelUses uses;
    private final TransactionTemplate transactions;
    private final ObjectProvider<Moments> moments;
    private final Cache<Long, Model> cache;

    /** @param moments asked only when it is needed: who trains needs models to begin with */
    Models(
            ModelRepository repository,
            ModelUses uses,
            TransactionTemplate transactions,
            ObjectProvider<Moments> moments,
            MemoryLimits limits) {
        this.repository = repository;
        this.uses = uses;
        this.transactions = transactions;
        this.moments = moments;
        // Softly: they are no more than a convenience, and give way to what has been reserved.
        cache = Caffeine.newBuilder()
                .maximumWeight(limits.cachedModelBytes() / Double.BYTES)
                .weigher((Long id, Model model) -> weight(model))
                .softValues()
                .build();
    }

    /**
     * Numbers that a model keeps in memory: its parameters, the rows that it has seen, its answers to its test rows.
     */
    static int weight(Model model) {
        Figures.Test test = model.definition().figures().test();
        double[][] outputs = test == null ? null : test.outputs();
        long answers = outputs == null
                ? 0
                : Arrays.stream(outputs).mapToLong(row -> row.length).sum();
        long parameters = model.network().architecture().parameters();
        return (int) Math.min(parameters + model.seenRows().size() + answers, Integer.MAX_VALUE);
    }

    /**
     * The network that a call is about: a model, as {@link #find(String, Integer)} finds it, or one as it is or was at
     * some moment of its training.
     *
     * @throws ServiceException if there is no such network, or the parameters contradict each other
     */
    public Model find(WhichModel which) {
        which.check();
        return which.isOfTraining() ? moments.getObject().find(which) : find(which.model(), which.version());
    }

    /**
     * The model that is meant: the one trained last where nothing is said, the newest version of a name, or one
     * version. One whose job failed is only meant where its version is said.
     *
     * @throws ServiceException if there is no such model, or a version without a name
     */
    public Model find(@Nullable String name, @Nullable Integer version) {
        Optional<Long> id;
        if (name == null && version == null) {
            id = repository.findNewest();
        } else if (name == null) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "version=%d says no model's name.".formatted(version),
                    "Add the name, as in model=course&version=%d, or leave the version out.".formatted(version));
        } else {
            id = version == null ? repository.findNewest(name) : repository.find(name, version);
        }
        // Read by its id, so that a model deleted by now, here or by another instance, is never answered.
        return id.map(found -> cache.get(found, key -> repository.load(key).orElse(null)))
                .orElseThrow(() -> name == null || version == null ? noDefault(name) : notFound(name, version));
    }

    /**
     * Deletes one version, or all of them where {@code version} is null.
     *
     * @throws ServiceException if there is no such model, or a job that has not ended goes on from it
     */
    public void delete(String name, @Nullable Integer version) {
        transactions.executeWithoutResult(transaction -> {
            uses.take(name);
            uses.of(name, version).stream().findFirst().ifPresent(use -> {
                throw inUse(use.job(), use.model());
            });
            int deleted = version == null ? repository.delete(name) : repository.delete(name, version);
            if (deleted == 0) {
                throw notFound(name, version);
            }
        });
    }

    private static ServiceException inUse(long job, ModelRef model) {
        return new ServiceException(
                ProblemType.WRONG_STATE,
                "Job %d, which has not ended, goes on from model %s.".formatted(job, model),
                "Wait until it has ended, or cancel it: curl -X POST {service}/jobs/%d/cancel".formatted(job));
    }

    private ServiceException noDefault(@Nullable String name) {
        return repository
                .findNewestOfAll(name == null ? "" : name)
                .map(newest -> onlyFailed(name, newest))
                .orElseGet(() -> name == null ? noneYet() : notFound(name, null));
    }

    private static ServiceException onlyFailed(@Nullable String name, ModelRef newest) {
        return new ServiceException(
                ProblemType.ONLY_FAILED_MODELS,
                "%s of jobs that failed, as %s does; none of them is taken unless it is named."
                        .formatted(
                                name == null
                                        ? "All models come"
                                        : "All versions of the model \"%s\" come".formatted(name),
                                newest),
                ("Train again, or name the version: model=%1$s&version=%2$d in a query, {\"model\": \"%1$s\", \"version\":"
                                + " %2$d} in from, /models/%1$s/versions/%2$d in a path.")
                        .formatted(newest.name(), newest.version()));
    }

    private static ServiceException noneYet() {
        return new ServiceException(
                ProblemType.NO_MODEL_YET,
                "No model has been trained yet.",
                "Train one: curl -X POST '{service}/train?wait=10'");
    }

    private ServiceException notFound(String name, @Nullable Integer version) {
        List<String> names = repository.names();
        String meant = names.contains(name)
                ? ""
                : NearestName.of(name, names)
                        .map(nearest -> " Did you mean \"%s\"?".formatted(nearest))
                        .orElse("");
        return new ServiceException(
                ProblemType.MODEL_NOT_FOUND,
                (version == null
                                ? "There is no model \"%s\".".formatted(name)
                                : "There is no version %d of a model \"%s\".".formatted(version, name))
                        + meant,
                "List the models: curl {service}/models");
    }
}
