package dev.feedforward.training.request;

import dev.feedforward.dataset.Datasets;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Models;
import dev.feedforward.training.recipe.DatasetSource;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.recipe.TrainingLimits;
import dev.feedforward.training.recipe.TrainingMemory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes recipes of requests: looks up, once, what a request names, and checks the very recipe that it answers. What
 * becomes of the data set's name or the model's afterwards changes nothing about it.
 */
@Component
public class RecipeResolver {

    private final Datasets datasets;
    private final Models models;
    private final TrainingDataReader reader;
    private final TrainingLimits limits;
    private final TrainingMemory memory;

    RecipeResolver(
            Datasets datasets, Models models, TrainingDataReader reader, TrainingLimits limits, TrainingMemory memory) {
        this.datasets = datasets;
        this.models = models;
        this.reader = reader;
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * The request with everything said.
     *
     * @param faults of the request by itself
     * @throws InvalidRequestException if it cannot be used: tells {@code faults}, and those found here
     * @throws ServiceException if there is no such data set or model
     */
    public Recipe resolve(TrainRequest request, Faults faults) {
        refuse(faults, "#/inputs", "#/answers", "#/dataset", "#/network", "#/training", "#/from");
        Model start = start(request.from());
        return resolve(request, start, source(request, faults), faults);
    }

    /**
     * The same, of a request to train on a data set that has just been received, whatever else bears its name.
     *
     * @throws InvalidRequestException if it cannot be used
     */
    public Recipe resolve(TrainRequest request, Dataset received) {
        return resolve(request, null, received(request, received), new Faults());
    }

    /**
     * Refuses at once a request that no data set could make usable.
     *
     * @throws InvalidRequestException if it asks for too large a network, however few inputs and outputs there are
     */
    public void checkWithoutRows(TrainRequest request) {
        Faults faults = new Faults();
        NetworkCheck.checkLeastSize(request, limits, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
    }

    private Recipe resolve(TrainRequest request, @Nullable Model start, @Nullable DatasetSource source, Faults faults) {
        TrainingData data = data(request, start, source, faults);
        RowsCheck.checkFit(data, start, faults);
        refuse(faults, "#/inputs", "#/answers", "#/dataset");
        Recipe recipe = request.recipe(start, source, data);
        RowsCheck.checkLabels(request, recipe, data, faults);
        RecipeCheck.check(recipe, data, start, limits, faults);
        if (!faults.touch("#/network/hidden", "#/inputs")) {
            memory.check(recipe, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return recipe;
    }

    /** Refuses a request at once where what comes next would read what is at fault. */
    private static void refuse(Faults faults, String... pointers) {
        if (faults.touch(pointers)) {
            throw new InvalidRequestException(faults);
        }
    }

    private @Nullable Model start(@Nullable StartingPoint from) {
        return from == null ? null : models.find(from.model(), from.version());
    }

    private @Nullable DatasetSource source(TrainRequest request, Faults faults) {
        DatasetRequest asked = request.dataset();
        if (asked == null) {
            return null;
        }
        boolean labels = takesLabels(request);
        if (BuiltInSets.find(asked.name()).isPresent()) {
            return new DatasetSource(asked.name(), null, labels, asked.noise(), asked.samples(), asked.seed(), null);
        }
        DatasetSource uploaded = DatasetSource.of(datasets.find(asked.name()), labels);
        asked.drawing()
                .forEach(field -> faults.add(
                        "#/dataset/" + field,
                        "\"%s\" was uploaded, so that nothing is drawn: leave it out".formatted(asked.name())));
        return uploaded;
    }

    private static DatasetSource received(TrainRequest request, Dataset dataset) {
        return DatasetSource.of(dataset, takesLabels(request));
    }

    private static boolean takesLabels(TrainRequest request) {
        return request.presetOrCourse() == Preset.CLASSIFIER;
    }

    private TrainingData data(
            TrainRequest request, @Nullable Model start, @Nullable DatasetSource source, Faults faults) {
        try {
            return reader.read(source).orElseGet(() -> request.data(start));
        } catch (IllegalArgumentException e) {
            faults.add("#/dataset", Objects.requireNonNullElse(e.getMessage(), "cannot be drawn like this"));
            throw new InvalidRequestException(faults);
        }
    }
}
