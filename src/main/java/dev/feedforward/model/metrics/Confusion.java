package dev.feedforward.model.metrics;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which class was answered for rows of which class.
 *
 * @param labels of the classes, in the order of the outputs
 * @param actual a row's class, one a row
 * @param predicted the class that it was answered with, one a row
 */
record Confusion(List<String> labels, int[] actual, int[] predicted) {

    /** Beyond this many classes the table is left out: it grows with their square. */
    static final int MOST_CLASSES = 100;

    /**
     * Reads the largest output of each row, the first of them where several are; classes without labels are numbered
     * from 0.
     */
    static Confusion ofLargest(@Nullable Classes classes, Matrix outputs, Matrix answers) {
        List<String> labels = classes != null
                ? classes.labels()
                : IntStream.range(0, outputs.columns())
                        .mapToObj(String::valueOf)
                        .toList();
        return new Confusion(labels, largest(answers), largest(outputs));
    }

    /** Reads 1 from outputs of 0.5 on, 0 below. */
    static Confusion ofYesOrNo(Matrix outputs, Matrix answers) {
        return new Confusion(List.of("0", "1"), yesOrNo(answers), yesOrNo(outputs));
    }

    /** The share of rows answered right, from 0 to 1; null without rows. */
    @Nullable
    Double accuracy() {
        int right = 0;
        for (int i = 0; i < actual.length; i++) {
            right += actual[i] == predicted[i] ? 1 : 0;
        }
        return actual.length == 0 ? null : (Double) ((double) right / actual.length);
    }

    /** The figures of each class. */
    List<ClassFigures> figures() {
        int[] rows = new int[labels.size()];
        int[] answered = new int[labels.size()];
        int[] right = new int[labels.size()];
        for (int i = 0; i < actual.length; i++) {
            rows[actual[i]]++;
            answered[predicted[i]]++;
            right[actual[i]] += actual[i] == predicted[i] ? 1 : 0;
        }
        return IntStream.range(0, labels.size())
                .mapToObj(c -> ClassFigures.of(labels.get(c), right[c], answered[c], rows[c]))
                .toList();
    }

    /** Counts, actual × predicted; null where there are too many classes. */
    int @Nullable [][] table() {
        if (labels.size() > MOST_CLASSES) {
            return null;
        }
        int[][] counts = new int[labels.size()][labels.size()];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return counts;
    }

    private static int[] largest(Matrix rows) {
        int columns = rows.columns();
        double[] values = rows.values();
        int[] largest = new int[rows.rows()];
        for (int i = 0; i < largest.length; i++) {
            for (int j = 1; j < columns; j++) {
                if (values[i * columns + j] > values[i * columns + largest[i]]) {
                    largest[i] = j;
                }
            }
        }
        return largest;
    }

    private static int[] yesOrNo(Matrix rows) {
        int[] answers = new int[rows.rows()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = OutputMeaning.isYes(rows.values()[i]) ? 1 : 0;
        }
        return answers;
    }
}
