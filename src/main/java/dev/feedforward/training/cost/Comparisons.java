package dev.feedforward.training.cost;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.cost.Comparison.Compared;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.recipe.DatasetSource;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.worker.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts jobs side by side. */
@Component
class Comparisons {

    private final Jobs jobs;
    private final JobRepository repository;
    private final CostHistories histories;
    private final JsonMapper mapper;

    Comparisons(Jobs jobs, JobRepository repository, CostHistories histories, JsonMapper mapper) {
        this.jobs = jobs;
        this.repository = repository;
        this.histories = histories;
        this.mapper = mapper;
    }

    /**
     * Compares jobs.
     *
     * @throws ServiceException if one of them is not there
     */
    Comparison of(List<Long> ids, Measure measure) {
        List<Found> found = ids.stream().map(this::find).toList();
        List<Map<String, Object>> settings = found.stream()
                .filter(one -> one.problem == null)
                .map(Found::settings)
                .toList();
        List<Compared> items = found.stream()
                .map(one -> one.compared(differing(one.settings, settings)))
                .toList();
        return Comparison.of(measure, items, found.stream().map(Found::history).toList());
    }

    private Found find(long id) {
        try {
            return new Found(jobs.find(id), settings(id), histories.of(id), null);
        } catch (DamagedException e) {
            return new Found(jobs.findListed(id), Map.of(), histories.none(id), e.problem());
        }
    }

    /** @param problem why no more can be told of the job; null where it can */
    private record Found(
            Job job,
            Map<String, Object> settings,
            CostHistory history,
            @Nullable Problem problem) {

        Compared compared(Map<String, Object> differing) {
            return new Compared(
                    job.id(),
                    job.status(),
                    job.model(),
                    differing,
                    problem == null ? job.result() : null,
                    new double[0],
                    problem);
        }
    }

    /** All that a job was asked to do, by names as in a request. */
    private Map<String, Object> settings(long job) {
        try (Reservation passing = RequestMemory.passing()) {
            return settings(repository
                    .findRecipe(job)
                    .orElseThrow(() -> new ServiceException(
                            ProblemType.JOB_NOT_FOUND,
                            "Job %d was deleted just now.".formatted(job),
                            ProblemType.JOB_NOT_FOUND.remedy())));
        }
    }

    private Map<String, Object> settings(Recipe recipe) {
        Map<String, Object> settings = new LinkedHashMap<>();
        DatasetSource dataset = recipe.dataset();
        settings.put("dataset", dataset == null ? "rows of its own" : dataset.name());
        settings.put(
                "network",
                String.join(
                        "-",
                        IntStream.rangeClosed(0, recipe.architecture().layers().size())
                                .mapToObj(l -> String.valueOf(width(recipe, l)))
                                .toList()));
        settings.put(
                "activation",
                recipe.architecture().layers().stream()
                        .map(layer -> layer.activation().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList()
                        .toString());
        flatten("", mapper.valueToTree(recipe.settings()), settings);
        return settings;
    }

    private static int width(Recipe recipe, int l) {
        return l == 0
                ? recipe.architecture().inputs()
                : recipe.architecture().layers().get(l - 1).neurons();
    }

    private static void flatten(String path, JsonNode node, Map<String, Object> settings) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> flatten(path.isEmpty() ? name : path + "." + name, value, settings));
        } else {
            settings.put(path.replace(".name", ""), node.isNumber() ? node.numberValue() : node.asString());
        }
    }

    private static Map<String, Object> differing(Map<String, Object> mine, List<Map<String, Object>> all) {
        Map<String, Object> differing = new LinkedHashMap<>();
        mine.forEach((name, value) -> {
            if (!all.stream().allMatch(other -> value.equals(other.get(name)))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
