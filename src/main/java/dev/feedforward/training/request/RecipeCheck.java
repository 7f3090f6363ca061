package dev.feedforward.training.request;

import dev.feedforward.error.Faults;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Model;
import dev.feedforward.training.recipe.Expectation;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingLimits;
import org.jspecify.annotations.Nullable;

/** Checks a recipe against its rows, the model that it starts from and the service's limits. */
final class RecipeCheck {

    private RecipeCheck() {}

    /** Adds what is wrong with {@code recipe}; checks that read what is at fault already are left out. */
    static void check(Recipe recipe, TrainingData data, @Nullable Model start, TrainingLimits limits, Faults faults) {
        NetworkCheck.checkSize(recipe, data, limits, faults);
        NetworkCheck.checkActivations(recipe, faults);
        checkPoints(recipe.settings(), faults);
        if (!faults.touch("#/network")) {
            NetworkCheck.checkInitialWeights(recipe, faults);
            RowsCheck.checkAnswers(recipe, data, start, faults);
        }
        if (!faults.touch("#/testInputs", "#/testAnswers")) {
            RowsCheck.checkTestRows(recipe, data, start, faults);
            checkExpectation(recipe, data, start, faults);
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
        if (data.testAnswers() == null) {
            String why = data.testInputs() == null
                    ? "there are no test rows: give testInputs and testAnswers"
                    : "nobody says what the test rows should be answered: give testAnswers";
            refuse(expect.testCostBelow(), "testCostBelow", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
        if (!isRightOrWrong(recipe, data, start)) {
            String why =
                    "accuracy is only defined for classes, and for answers of 0 and 1 from sigmoid outputs that are not standardised";
            refuse(expect.accuracyAtLeast(), "accuracyAtLeast", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
    }

    private static boolean isRightOrWrong(Recipe recipe, TrainingData data, @Nullable Model start) {
        return OutputMeaning.learnedBy(
                        recipe.architecture().outputActivation(),
                        data.classes(start),
                        recipe.settings().standardizeAnswers(),
                        data.answers().numbers())
                .isRightOrWrong();
    }

    private static void refuse(@Nullable Double expected, String field, String why, Faults faults) {
        if (expected != null) {
            faults.add("#/expect/" + field, expected + " cannot be expected: " + why);
        }
    }
}
