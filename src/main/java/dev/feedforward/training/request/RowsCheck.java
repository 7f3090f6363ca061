package dev.feedforward.training.request;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.error.Faults;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the rows of a request: each kind for itself, and one against the other. */
final class RowsCheck {

    private static final double PROBABILITY_TOLERANCE = 1e-6;

    private RowsCheck() {}

    /** Whether inputs and answers belong together, and test inputs and test answers, which may be left out. */
    static void checkPairs(TrainRequest request, Faults faults) {
        checkPair(request.inputs(), "inputs", request.answers(), "answers", faults);
        Rows testInputs = request.testInputs();
        if (testInputs == null || request.testAnswers() != null || faults.touch("#/testAnswers")) {
            checkPair(testInputs, "testInputs", request.testAnswers(), "testAnswers", faults);
        } else if (!faults.touch("#/testInputs")) {
            checkNotEmpty(testInputs, "#/testInputs", faults);
        }
    }

    private static void checkPair(
            @Nullable Rows rows, String rowsName, @Nullable Answers answers, String answersName, Faults faults) {
        String rowsAt = "#/" + rowsName;
        String answersAt = "#/" + answersName;
        if (faults.touch(rowsAt) || faults.touch(answersAt)) {
            return;
        }
        if (rows == null || answers == null) {
            if (rows != null) {
                faults.add(answersAt, "missing: there are %s, so give an answer a row".formatted(rowsName));
            } else if (answers != null) {
                faults.add(rowsAt, "missing: there are %s, so give a row an answer".formatted(answersName));
            }
        } else if (checkNotEmpty(rows, rowsAt, faults)) {
            return;
        } else if (rows.matrix().rows() != answers.rows()) {
            faults.add(
                    answersAt,
                    "%d answers for %d rows: give one a row"
                            .formatted(answers.rows(), rows.matrix().rows()));
        } else if (answers.labels() == null && answers.numbers().columns() == 0) {
            faults.add(answersAt, "empty answers: give at least one number a row");
        }
    }

    /** Answers whether there is a fault. */
    private static boolean checkNotEmpty(Rows rows, String at, Faults faults) {
        boolean empty = rows.matrix().values().length == 0;
        if (empty) {
            faults.add(at, "no numbers: give at least one row of at least one number");
        }
        return empty;
    }

    /** Whether the training rows fit the model to go on from. */
    static void checkFit(TrainingData data, @Nullable Model start, Faults faults) {
        if (start == null) {
            return;
        }
        checkColumns(data, start, faults);
        RowSource inputs = data.inputs();
        if (inputs.columns() != start.inputs()) {
            faults.add(
                    "#/inputs",
                    "%d numbers a row, %s takes %d".formatted(inputs.columns(), start.ref(), start.inputs()));
        }
        Answers answers = data.answers();
        Classes classes = data.classes(start);
        if ((answers.labels() == null) != (classes == null)) {
            faults.add("#/answers", "%s, %s answers %s".formatted(kind(answers), start.ref(), kind(classes)));
        } else if (answers.labels() != null && classes != null) {
            checkLabels("#/answers", data.columns() != null, answers.labels(), classes, faults);
        } else if (answers.numbers().columns() != start.network().architecture().outputs()) {
            faults.add(
                    "#/answers",
                    "%d numbers an answer, %s answers %d"
                            .formatted(
                                    answers.numbers().columns(),
                                    start.ref(),
                                    start.network().architecture().outputs()));
        }
    }

    private static void checkColumns(TrainingData data, Model start, Faults faults) {
        InputColumns columns = data.columns();
        InputColumns known = start.definition().encoding().columns();
        if (columns != null && known != null && !columns.match(known)) {
            faults.add(
                    "#/dataset",
                    "its columns are %s, those of %s are %s: same names, kinds and categories go together"
                            .formatted(columns.names(), start.ref(), known.names()));
        }
    }

    /** Whether the test rows fit the training rows. */
    static void checkTestRows(Recipe recipe, TrainingData data, @Nullable Model start, Faults faults) {
        RowSource testInputs = data.testInputs();
        if (testInputs == null) {
            return;
        }
        int columns = data.inputs().columns();
        if (testInputs.columns() != columns) {
            faults.add(
                    "#/testInputs",
                    "%d numbers a row, the training rows have %d: both go through the same network"
                            .formatted(testInputs.columns(), columns));
        }
        if (data.testAnswers() != null) {
            checkTestAnswers(recipe, data.testAnswers(), data.classes(start), faults);
        }
    }

    private static void checkTestAnswers(Recipe recipe, Answers testAnswers, @Nullable Classes classes, Faults faults) {
        if ((testAnswers.labels() == null) != (classes == null)) {
            faults.add(
                    "#/testAnswers",
                    "%s, the training answers are %s: give both the same way"
                            .formatted(kind(testAnswers), kind(classes)));
        } else if (testAnswers.labels() != null && classes != null) {
            checkLabels("#/testAnswers", recipe.dataset() != null, testAnswers.labels(), classes, faults);
        } else if (testAnswers.numbers().columns() != recipe.architecture().outputs()) {
            faults.add(
                    "#/testAnswers",
                    "%d numbers an answer, the training answers have %d"
                            .formatted(
                                    testAnswers.numbers().columns(),
                                    recipe.architecture().outputs()));
        } else {
            checkProbabilities("#/testAnswers", testAnswers, recipe.settings().loss(), faults);
        }
    }

    /** Whether class labels meet what is made for numbers alone. */
    static void checkLabels(TrainRequest request, Recipe recipe, TrainingData data, Faults faults) {
        List<String> labels = data.answers().labels();
        if (labels != null
                && request.training() != null
                && Boolean.TRUE.equals(request.training().standardizeAnswers())) {
            faults.add(
                    "#/training/standardizeAnswers", "the answers are class labels, which have no scale: leave it out");
        }
        if (labels == null
                || request.preset() != Preset.REGRESSOR
                || recipe.from() != null
                || recipe.architecture().outputActivation() == Activation.SOFTMAX) {
            return;
        }
        faults.add(
                "#/preset",
                "regressor is for numbers, and the answers are texts: %d classes such as \"%s\". %s"
                        .formatted(
                                recipe.architecture().outputs(),
                                labels.get(0),
                                "Give the answers as numbers, or say preset classifier"));
    }

    /** Whether the loss is defined for the answers. */
    static void checkAnswers(Recipe recipe, TrainingData data, @Nullable Model start, Faults faults) {
        if (data.classes(start) == null) {
            checkProbabilities("#/answers", data.answers(), recipe.settings().loss(), faults);
        }
    }

    private static void checkProbabilities(String at, Answers answers, Loss loss, Faults faults) {
        Matrix numbers = answers.numbers();
        for (int i = 0; loss.needs() != null && i < numbers.rows(); i++) {
            double sum = 0.0;
            boolean inRange = true;
            for (double answer : numbers.row(i)) {
                sum += answer;
                inRange &= answer >= 0.0 && answer <= 1.0;
            }
            if (!inRange || (loss == Loss.CROSS_ENTROPY && Math.abs(sum - 1.0) > PROBABILITY_TOLERANCE)) {
                faults.add(
                        at + "/" + i,
                        loss == Loss.CROSS_ENTROPY
                                ? "cross_entropy takes a probability an output, 1 in all: give class labels, or 1 for the"
                                        + " row's class and 0 for the others; for quantities say \"preset\": \"regressor\""
                                : "binary_cross_entropy takes answers from 0 to 1: for quantities say \"preset\":"
                                        + " \"regressor\"; for classes write labels, as in \"answers\": [\"low\", \"high\"]");
                return;
            }
        }
    }

    /** Refuses each unknown label once, at the first of its rows; rows of a data set have no place in the body. */
    private static void checkLabels(String at, boolean named, List<String> labels, Classes classes, Faults faults) {
        Set<String> known = new HashSet<>(classes.labels());
        for (int i = 0; i < labels.size(); i++) {
            if (known.add(labels.get(i))) {
                faults.add(
                        named ? "#/dataset" : at + "/" + i,
                        "\"%s\"%s is not a label that was trained on: no output stands for it. Give training rows of it, or"
                                        .formatted(
                                                labels.get(i),
                                                named && at.equals("#/testAnswers") ? " of test rows" : "")
                                + " leave its rows out");
            }
        }
    }

    private static String kind(Answers answers) {
        return answers.labels() == null ? "numbers" : "class labels";
    }

    private static String kind(@Nullable Classes classes) {
        return classes == null ? "numbers" : "class labels";
    }
}
