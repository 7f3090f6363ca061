package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds classes without a training row, which cannot be learned, or without a validation row, which is not watched. */
final class MissingClasses {

    private MissingClasses() {}

    /**
     * Looks at answers that are classes: labels, one-hot rows, or 0 and 1 of one output.
     *
     * @param classes the labels that the answers name, or null where they are numbers
     * @param validation null for none
     */
    static Optional<Warning> find(
            OutputMeaning reading, @Nullable Classes classes, Matrix training, @Nullable Matrix validation) {
        if (reading != OutputMeaning.YES_OR_NO
                && reading != OutputMeaning.CLASSES
                && !OutputMeaning.isOneHot(training)) {
            return Optional.empty();
        }
        List<String> untrained = missing(reading, classes, training);
        if (!untrained.isEmpty()) {
            return Optional.of(warning("training", training.rows(), untrained, "learn"));
        }
        List<String> unwatched = validation == null ? List.of() : missing(reading, classes, validation);
        return validation == null || unwatched.isEmpty()
                ? Optional.empty()
                : Optional.of(warning("validation", validation.rows(), unwatched, "be measured on"));
    }

    private static List<String> missing(OutputMeaning reading, @Nullable Classes classes, Matrix answers) {
        if (reading == OutputMeaning.YES_OR_NO) {
            return IntStream.of(0, 1)
                    .filter(answer -> !occurs(answers, 0, answer))
                    .mapToObj(answer -> "the answer " + answer)
                    .toList();
        }
        return IntStream.range(0, answers.columns())
                .filter(column -> !occurs(answers, column, 1.0))
                .mapToObj(column -> classes == null
                        ? "output %d (counted from 1)".formatted(column + 1)
                        : "\"%s\"".formatted(classes.labels().get(column)))
                .toList();
    }

    private static boolean occurs(Matrix answers, int column, double answer) {
        for (int i = column; i < answers.values().length; i += answers.columns()) {
            if (answers.values()[i] == answer) {
                return true;
            }
        }
        return false;
    }

    private static Warning warning(String which, int rows, List<String> missing, String what) {
        return new Warning(
                "missing_class",
                "None of the %,d %s rows is of %s: the network cannot %s %s."
                        .formatted(
                                rows,
                                which,
                                Wording.list(missing),
                                what,
                                missing.size() == 1 ? "this class" : "these classes"),
                which.equals("training")
                        ? "Add training rows of every class, or leave out the classes that you have no rows of."
                        : "Hold back more rows for validation, or give the rows in random order.");
    }
}
