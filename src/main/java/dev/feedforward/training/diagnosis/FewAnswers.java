package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that do not differ, so that there is nothing to learn, or hardly ever recur, so that nothing can be.
 */
final class FewAnswers {

    /** Fewer classes than this may well be an example to try out. */
    private static final int LEAST_CLASSES = 10;

    private FewAnswers() {}

    /** Warns of a single row. */
    static Warning single() {
        return new Warning(
                "single_row",
                "There is 1 training row: a calculation to follow, not data to learn from. The network will answer it"
                        + " right, and says nothing about others.",
                "Give more rows, unless it is the calculation that you want to see.");
    }

    /**
     * Looks at two rows or more.
     *
     * @param answers as they were given, rows × outputs
     */
    static Optional<Warning> find(Setup setup, OutputMeaning reading, Matrix answers) {
        Classes classes = setup.classes();
        if (classes != null) {
            return ofClasses(setup, classes, answers.rows());
        }
        return reading == OutputMeaning.NUMBERS ? constant(answers) : Optional.empty();
    }

    private static Optional<Warning> ofClasses(Setup setup, Classes classes, int rows) {
        List<String> labels = classes.labels();
        if (labels.size() == 1) {
            return Optional.of(new Warning(
                    "one_class",
                    "All %,d training rows are of the class %s: there is nothing to tell apart, and the network will answer"
                                    .formatted(rows, labels.get(0))
                            + " it to everything.",
                    "Add rows of other classes."));
        }
        return labels.size() < LEAST_CLASSES || 2 * labels.size() <= rows
                ? Optional.empty()
                : Optional.of(unique(setup, labels, rows));
    }

    private static Warning unique(Setup setup, List<String> labels, int rows) {
        @Nullable Said said = setup.said();
        boolean numbers = said != null && said.numbers();
        return new Warning(
                "too_many_classes",
                "The answers are %,d classes (%s) in %,d training rows: most occur once, so that no rule can be learned for"
                                .formatted(labels.size(), Wording.list(labels), rows)
                        + " them.",
                "If the answers are quantities, give them as plain numbers and say %s; if they are names, answer a column"
                                .formatted(Wording.preset("regressor"))
                        + " that says of what kind a row is.",
                numbers ? setup.preset("regressor") : null);
    }

    private static Optional<Warning> constant(Matrix answers) {
        int columns = answers.columns();
        List<String> found = IntStream.range(0, columns)
                .filter(column -> isConstant(answers, column))
                .mapToObj(column -> columns == 1
                        ? Wording.number(answers.values()[0])
                        : "output %d (counted from 1) is %s"
                                .formatted(column + 1, Wording.number(answers.values()[column])))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "constant_answers",
                        "The answers are the same in all %,d training rows: %s. There is nothing to learn from that, and R²"
                                        .formatted(answers.rows(), Wording.list(found))
                                + " is not defined.",
                        "Add rows with other answers, or leave out what is always the same."));
    }

    private static boolean isConstant(Matrix answers, int column) {
        double first = answers.values()[column];
        for (int i = column; i < answers.values().length; i += answers.columns()) {
            if (answers.values()[i] != first) {
                return false;
            }
        }
        return true;
    }
}
