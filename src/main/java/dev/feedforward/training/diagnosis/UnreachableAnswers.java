package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.Activation;
import dev.feedforward.nn.data.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds answers that the outputs cannot come to, whatever the weights: a sigmoid never says 10. */
final class UnreachableAnswers {

    /** More different numbers than these are rather quantities than classes. */
    private static final int MOST_CLASSES = 10;

    private UnreachableAnswers() {}

    /**
     * Looks at every answer.
     *
     * @param answers as they were given, rows × outputs
     * @param encoded as the network is trained on them
     */
    static Optional<Warning> find(Setup setup, Matrix answers, Matrix encoded) {
        int count = outOfReach(setup.output(), encoded);
        if (count == 0) {
            return Optional.empty();
        }
        String detail = "The %sanswers %s, %s: %,d of the %,d training rows can never be answered right."
                .formatted(
                        setup.standardizesAnswers() ? "standardised " : "",
                        extent(encoded.values()),
                        outputs(setup.output()),
                        count,
                        encoded.rows());
        if (setup.standardizesAnswers() && outOfReach(setup.output(), answers) == 0) {
            return Optional.of(new Warning(
                    "answers_out_of_reach",
                    detail,
                    "Say \"standardizeAnswers\": false under training: as they were given, the outputs can reach them.",
                    setup.change(Map.of("training.standardizeAnswers", false))));
        }
        List<String> labels = labels(answers);
        return Optional.of(
                new Warning("answers_out_of_reach", detail, action(setup, labels), fix(setup, !labels.isEmpty())));
    }

    private static int outOfReach(Activation output, Matrix answers) {
        return (int) IntStream.range(0, answers.rows())
                .filter(row -> !OutputRange.reaches(output, answers, row))
                .count();
    }

    private static String extent(double[] answers) {
        double least = Arrays.stream(answers).min().orElse(Double.NaN);
        double most = Arrays.stream(answers).max().orElse(Double.NaN);
        return least == most
                ? "are all " + Wording.number(least)
                : "reach from %s to %s".formatted(Wording.number(least), Wording.number(most));
    }

    private static String outputs(Activation output) {
        String range = OutputRange.words(output);
        return output == Activation.SOFTMAX
                ? "but softmax outputs are %s, and 1 in all".formatted(range)
                : "but %s outputs are %s".formatted(Wording.name(output), range);
    }

    /**
     * The numbers that are likely to name classes, which follow one another and come again; none where they are rather
     * quantities.
     */
    private static List<String> labels(Matrix answers) {
        TreeSet<Double> found = new TreeSet<>();
        if (answers.columns() != 1) {
            return List.of();
        }
        for (double answer : answers.values()) {
            if (answer != Math.rint(answer) || (found.add(answer) && found.size() > MOST_CLASSES)) {
                return List.of();
            }
        }
        boolean likely =
                found.size() > 1 && found.last() - found.first() <= MOST_CLASSES && answers.rows() > found.size();
        return likely ? found.stream().map(Wording::number).toList() : List.of();
    }

    private static String action(Setup setup, List<String> labels) {
        if (setup.continues()) {
            return "Train a new model, " + Wording.preset("regressor")
                    + ": the outputs of this one stay what they are.";
        }
        return labels.isEmpty()
                ? "Say %s, which answers any number, or \"outputActivation\": \"identity\" under network."
                        .formatted(Wording.preset("regressor"))
                : "If %s name classes, say %s; if they are quantities, say %s."
                        .formatted(Wording.list(labels), Wording.preset("classifier"), Wording.preset("regressor"));
    }

    private static @Nullable Map<String, Object> fix(Setup setup, boolean classes) {
        return setup.preset(classes ? "classifier" : "regressor");
    }
}
