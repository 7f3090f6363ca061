package dev.feedforward.training;

import dev.feedforward.dataset.Answers;
import dev.feedforward.dataset.Classes;
import dev.feedforward.dataset.Rows;
import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Architecture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a request says across its fields. What binding has already faulted is missing from the request, so each
 * check is left out where a field that it reads is at fault itself.
 */
@Component
class TrainRequestCheck implements BodyCheck<TrainRequest> {

    private static final String INPUTS = "#/inputs";
    private static final String ANSWERS = "#/answers";
    private static final String TEST_INPUTS = "#/testInputs";
    private static final String TEST_ANSWERS = "#/testAnswers";

    private final TrainingLimits limits;

    TrainRequestCheck(TrainingLimits limits) {
        this.limits = limits;
    }

    @Override
    public void check(TrainRequest request, Faults faults) {
        checkRows(request.inputs(), INPUTS, request.answers(), ANSWERS, faults);
        checkRows(request.testInputs(), TEST_INPUTS, request.testAnswers(), TEST_ANSWERS, faults);
        if (untouched(faults, "#/training")) {
            checkPoints(request.settings(), faults);
        }
        if (!untouched(faults, INPUTS, ANSWERS, "#/network", "#/training")) {
            return;
        }
        Recipe recipe = request.recipe();
        checkSize(recipe, faults);
        if (untouched(faults, TEST_INPUTS, TEST_ANSWERS)) {
            checkTestRowsFit(recipe, faults);
            checkExpectation(recipe, faults);
        }
    }

    private static void checkRows(
            @Nullable Rows rows, String rowsAt, @Nullable Answers answers, String answersAt, Faults faults) {
        if (!untouched(faults, rowsAt, answersAt)) {
            return;
        }
        if (rows == null || answers == null) {
            if (rows != null) {
                faults.add(answersAt, "missing: there are %s, so give an answer a row".formatted(rowsAt.substring(2)));
            } else if (answers != null) {
                faults.add(rowsAt, "missing: there are %s, so give a row an answer".formatted(answersAt.substring(2)));
            }
            return;
        }
        if (rows.matrix().values().length == 0) {
            faults.add(rowsAt, "no numbers: give at least one row of at least one number");
        } else if (rows.matrix().rows() != answers.rows()) {
            faults.add(
                    answersAt,
                    "%d answers for %d rows: give one a row"
                            .formatted(answers.rows(), rows.matrix().rows()));
        } else if (answers.labels() == null && answers.numbers().columns() == 0) {
            faults.add(answersAt, "empty answers: give at least one number a row");
        }
    }

    private static void checkTestRowsFit(Recipe recipe, Faults faults) {
        Rows testInputs = recipe.testInputs();
        Answers testAnswers = recipe.testAnswers();
        if (testInputs == null || testAnswers == null) {
            return;
        }
        int columns = recipe.inputs().matrix().columns();
        if (testInputs.matrix().columns() != columns) {
            faults.add(
                    TEST_INPUTS,
                    "%d numbers a row, the training rows have %d: both go through the same network"
                            .formatted(testInputs.matrix().columns(), columns));
        }
        Classes classes = recipe.classes();
        List<String> labels = testAnswers.labels();
        if ((labels == null) != (classes == null)) {
            faults.add(
                    TEST_ANSWERS,
                    "%s, the training answers are %s: give both the same way"
                            .formatted(kind(testAnswers), kind(recipe.answers())));
        } else if (labels != null && classes != null) {
            checkLabels(labels, classes, faults);
        } else if (testAnswers.numbers().columns() != recipe.architecture().outputs()) {
            faults.add(
                    TEST_ANSWERS,
                    "%d numbers an answer, the training answers have %d"
                            .formatted(
                                    testAnswers.numbers().columns(),
                                    recipe.architecture().outputs()));
        }
    }

    private static void checkLabels(List<String> labels, Classes classes, Faults faults) {
        Set<String> known = new HashSet<>(classes.labels());
        for (int i = 0; i < labels.size(); i++) {
            if (!known.contains(labels.get(i))) {
                faults.add(
                        TEST_ANSWERS + "/" + i,
                        "\"%s\" is not a label of the training answers: no output stands for it"
                                .formatted(labels.get(i)));
            }
        }
    }

    private static String kind(Answers answers) {
        return answers.labels() == null ? "numbers" : "class labels";
    }

    private static void checkPoints(TrainingSettings settings, Faults faults) {
        if (settings.points() > TrainingRequest.MAX_POINTS) {
            faults.add(
                    "#/training/recordEvery",
                    "%d makes a cost history of %d points, of at most %d: record every %d iterations or leave it out"
                            .formatted(
                                    settings.recordEvery(),
                                    settings.points(),
                                    TrainingRequest.MAX_POINTS,
                                    TrainingRequest.leastRecordEvery(settings.iterations())));
        }
    }

    private void checkSize(Recipe recipe, Faults faults) {
        Architecture architecture = recipe.architecture();
        if (architecture.parameters() > limits.parameters()) {
            faults.add(
                    "#/network/hidden",
                    "this network has %d weights and biases, of at most %d: use fewer or smaller layers"
                            .formatted(architecture.parameters(), limits.parameters()));
        }
        Rows testInputs = recipe.testInputs();
        long rows = Math.max(
                recipe.inputs().matrix().rows(),
                testInputs == null ? 0 : testInputs.matrix().rows());
        long activations = rows * architecture.neurons();
        if (activations > limits.activations()) {
            faults.add(
                    INPUTS,
                    "%d rows through %d neurons are %d activations, of at most %d: use fewer rows or smaller layers"
                            .formatted(rows, architecture.neurons(), activations, limits.activations()));
        }
    }

    private static void checkExpectation(Recipe recipe, Faults faults) {
        Expectation expect = recipe.expect();
        if (expect == null) {
            return;
        }
        if (recipe.testInputs() == null) {
            String why = "there are no test rows: give testInputs";
            refuse(expect.testCostBelow(), "testCostBelow", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
        if (!recipe.isAccuracyDefined()) {
            String why = "accuracy is only defined for class labels, and for answers of 0 and 1 from sigmoid outputs";
            refuse(expect.accuracyAtLeast(), "accuracyAtLeast", why, faults);
            refuse(expect.testAccuracyAtLeast(), "testAccuracyAtLeast", why, faults);
        }
    }

    private static void refuse(@Nullable Double expected, String field, String why, Faults faults) {
        if (expected != null) {
            faults.add("#/expect/" + field, expected + " cannot be expected: " + why);
        }
    }

    private static boolean untouched(Faults faults, String... pointers) {
        for (String pointer : pointers) {
            if (faults.touch(pointer)) {
                return false;
            }
        }
        return true;
    }
}
