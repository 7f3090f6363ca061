package dev.feedforward.training;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import dev.feedforward.model.Accuracy;
import dev.feedforward.model.Model;
import dev.feedforward.model.Models;
import dev.feedforward.model.OptimizerSettings;
import dev.feedforward.model.TrainingSettings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a request says across its fields. What binding has already faulted is missing from the request, so each
 * check is left out where a field that it reads is at fault itself.
 */
@Component
class TrainRequestCheck implements BodyCheck<TrainRequest> {

    private final TrainingLimits limits;
    private final Models models;

    TrainRequestCheck(TrainingLimits limits, Models models) {
        this.limits = limits;
        this.models = models;
    }

    @Override
    public void check(TrainRequest request, Faults faults) {
        RowsCheck.checkPairs(request, faults);
        checkContradictions(request, faults);
        if (!isUntouched(faults, "#/inputs", "#/answers", "#/network", "#/training", "#/from")) {
            return;
        }
        Model start = start(request);
        RowsCheck.checkFit(request, start, faults);
        if (!isUntouched(faults, "#/inputs", "#/answers")) {
            return;
        }
        Recipe recipe = request.recipe(start);
        NetworkCheck.checkSize(recipe, limits, faults);
        NetworkCheck.checkActivations(recipe, faults);
        checkPoints(recipe.settings(), faults);
        if (isUntouched(faults, "#/network")) {
            NetworkCheck.checkInitialWeights(recipe, faults);
            RowsCheck.checkAnswers(recipe, start, faults);
        }
        if (isUntouched(faults, "#/testInputs", "#/testAnswers")) {
            RowsCheck.checkTestRows(recipe, start, faults);
            checkExpectation(recipe, start, faults);
        }
    }

    /** The model that the request would go on from, or null where it would not. */
    @Nullable
    Model start(TrainRequest request) {
        StartingPoint from = request.from();
        return from == null ? null : models.find(from.model(), from.version());
    }

    private static void checkContradictions(TrainRequest request, Faults faults) {
        TrainingRequest training = request.training();
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

    private static void checkExpectation(Recipe recipe, @Nullable Model start, Faults faults) {
        Expectation expect = recipe.expect();
        if (expect == null) {
            return;
        }
        if (recipe.testInputs() == null) {
            String why = "there are no test rows: give testInputs";
            refuse(expect.testCostBelow(), "testCostBelow", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
        if (!Accuracy.isDefined(
                recipe.architecture(), recipe.classes(start), recipe.answers().numbers())) {
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
