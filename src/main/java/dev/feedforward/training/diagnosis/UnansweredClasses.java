package dev.feedforward.training.diagnosis;

import dev.feedforward.model.metrics.ClassFigures;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes that a trained network never answers, though there are rows of them: where one class is rare, accuracy
 * is high all the same.
 */
final class UnansweredClasses {

    /** A class of fewer test rows than this may be missed by chance. */
    private static final int LEAST_TEST_ROWS = 2;

    private UnansweredClasses() {}

    /**
     * Looks at the training rows and, where all classes are answered there, at the test rows.
     *
     * @param explained whether it is known already why nothing is learned, so that only rare classes are of interest
     */
    static Optional<Warning> find(Figures figures, boolean explained) {
        Optional<Warning> trained = find("training", figures.metrics(), 1, explained);
        Figures.Test test = figures.test();
        return trained.isPresent() || test == null ? trained : find("test", test.metrics(), LEAST_TEST_ROWS, explained);
    }

    private static Optional<Warning> find(String which, Metrics metrics, int leastRows, boolean onlyRare) {
        @Nullable List<ClassFigures> classes = metrics.classes();
        Double accuracy = metrics.accuracy();
        if (classes == null || accuracy == null) {
            return Optional.empty();
        }
        List<ClassFigures> never = classes.stream()
                .filter(figures -> figures.rows() >= leastRows && figures.precision() == null)
                .toList();
        int rows = classes.stream().mapToInt(ClassFigures::rows).sum();
        boolean rare = never.stream().allMatch(figures -> 2L * figures.rows() * classes.size() < rows);
        return never.isEmpty() || (onlyRare && !rare)
                ? Optional.empty()
                : Optional.of(warning(which, never, rows, accuracy, rare));
    }

    private static Warning warning(String which, List<ClassFigures> never, int rows, double accuracy, boolean rare) {
        String missed = Wording.list(never.stream()
                .map(figures ->
                        "%s (%,d %s)".formatted(figures.label(), figures.rows(), figures.rows() == 1 ? "row" : "rows"))
                .toList());
        return new Warning(
                "class_never_answered",
                "None of the %,d %s rows is answered with %s. That %s %% are answered right says nothing about %s."
                        .formatted(
                                rows,
                                which,
                                missed,
                                Wording.number(100 * accuracy),
                                never.size() == 1 ? "this class" : "these classes"),
                "Look at each class's recall in result.classes, not at the accuracy alone. "
                        + (rare
                                ? "Give more rows of the rare classes, or give their rows several times, until all are"
                                        + " about as many."
                                : "Train longer, or give the network more hidden neurons."));
    }
}
