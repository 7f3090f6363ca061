package dev.feedforward.training;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.model.Accuracy;
import dev.feedforward.model.Model;
import dev.feedforward.model.OptimizerSettings;
import dev.feedforward.model.TrainingSettings;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a request says across its fields. What binding has already faulted is missing from the request, so each
 * check is left out where a field that it reads is at fault itself.
 */
@Component
class TrainRequestCheck implements BodyCheck<TrainRequest> {

    private final TrainingLimits limits;
    private final TrainingDataReader reader;

    TrainRequestCheck(TrainingLimits limits, TrainingDataReader reader) {
        this.limits = limits;
        this.reader = reader;
    }

    @Override
    public void check(TrainRequest request, Faults faults) {
        RowsCheck.checkPairs(request, faults);
        checkContradictions(request, faults);
        if (!isUntouched(faults, "#/inputs", "#/answers", "#/dataset", "#/network", "#/training", "#/from")) {
            return;
        }
        Model start = reader.start(request);
        DatasetSource source = reader.source(request);
        TrainingData data = data(request, source, faults);
        if (data == null) {
            return;
        }
        RowsCheck.checkFit(data, start, faults);
        if (isUntouched(faults, "#/inputs", "#/answers", "#/dataset")) {
            checkRecipe(request.recipe(start, source, data), data, start, faults);
        }
    }

    private @Nullable TrainingData data(TrainRequest request, @Nullable DatasetSource source, Faults faults) {
        try {
            return reader.read(source).orElseGet(request::data);
        } catch (IllegalArgumentException e) {
            faults.add("#/dataset", Objects.requireNonNullElse(e.getMessage(), "cannot be drawn like this"));
            return null;
        }
    }

    private void checkRecipe(Recipe recipe, TrainingData data, @Nullable Model start, Faults faults) {
        NetworkCheck.checkSize(recipe, data, limits, faults);
        NetworkCheck.checkActivations(recipe, faults);
        checkPoints(recipe.settings(), faults);
        if (isUntouched(faults, "#/network")) {
            NetworkCheck.checkInitialWeights(recipe, faults);
            RowsCheck.checkAnswers(recipe, data, start, faults);
        }
        if (isUntouched(faults, "#/testInputs", "#/testAnswers")) {
            RowsCheck.checkTestRows(recipe, data, start, faults);
            checkExpectation(recipe, data, start, faults);
        }
    }

    /**
     * The same for a request that came as no JSON.
     *
     * @throws InvalidRequestException if it cannot be used
     */
    void require(TrainRequest request) {
        Faults faults = new Faults();
        check(request, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
    }

    /** The request with everything said. */
    Recipe recipe(TrainRequest request) {
        DatasetSource source = reader.source(request);
        return request.recipe(reader.start(request), source, reader.read(source).orElseGet(request::data));
    }

    private static void checkContradictions(TrainRequest request, Faults faults) {
        TrainingRequest training = request.training();
        if (request.dataset() != null && (request.inputs() != null || request.testInputs() != null)) {
            faults.add(
                    "#/dataset", "the rows come either with the request or from a data set: leave one of the two out");
        }
        if (request.from() != null && request.network() != null) {
            faults.add("#/network", "the network comes with the model that from names: leave one of the two out");
        }
        if (training == null) {
            return;
        }
        if (training.iterations() != null && training.epochs() != null) {
            faults.add("#/training/epochs", "give either iterations or epochs: both say how long to train");
        }
        OptimizerSettings optimizer = training.optimizer();
        if (optimizer != null && isUntouched(faults, "#/training/optimizer")) {
            optimizer
                    .unknownParameters()
                    .forEach(parameter -> faults.add(
                            "#/training/optimizer/" + parameter, "not a parameter of this optimizer: leave it out"));
        }
        if (request.from() != null && (training.standardizeInputs() != null || training.standardizeAnswers() != null)) {
            faults.add(
                    "#/training/" + (training.standardizeInputs() != null ? "standardizeInputs" : "standardizeAnswers"),
                    "the encoding comes with the model that from names: leave it out");
        }
    }

    private static void checkPoints(TrainingSettings settings, Faults faults) {
        if (settings.points() > SettingsResolver.MAX_POINTS) {
            faults.add(
                    "#/training/recordEvery",
                    "%d makes a cost history of %d points, of at most %d: record every %d iterations or leave it out"
                            .formatted(
                                    settings.recordEvery(),
                                    settings.points(),
                                    SettingsResolver.MAX_POINTS,
                                    SettingsResolver.leastRecordEvery(settings.iterations())));
        }
    }

    private static void checkExpectation(Recipe recipe, TrainingData data, @Nullable Model start, Faults faults) {
        Expectation expect = recipe.expect();
        if (expect == null) {
            return;
        }
        if (data.testInputs() == null) {
            String why = "there are no test rows: give testInputs";
            refuse(expect.testCostBelow(), "testCostBelow", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
        if (!Accuracy.isDefined(
                recipe.architecture(), data.classes(start), data.answers().numbers())) {
            String why = "accuracy is only defined for classes, and for answers of 0 and 1 from sigmoid outputs";
            refuse(expect.accuracyAtLeast(), "accuracyAtLeast", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
    }

    private static void refuse(@Nullable Double expected, String field, String why, Faults faults) {
        if (expected != null) {
            faults.add("#/expect/" + field, expected + " cannot be expected: " + why);
        }
    }

    private static boolean isUntouched(Faults faults, String... pointers) {
        return Arrays.stream(pointers).noneMatch(faults::touch);
    }
}
