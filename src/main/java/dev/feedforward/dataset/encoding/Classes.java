package dev.feedforward.dataset.encoding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.feedforward.nn.data.Matrix;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The classes that a network tells apart: output <i>i</i> stands for label <i>i</i>.
 *
 * @param labels distinct, in alphabetical order, so that they do not depend on the order of the rows
 */
public record Classes(@JsonValue List<String> labels) {

    @JsonCreator
    public Classes {
        labels = List.copyOf(labels);
    }

    /** The classes that occur in {@code labels}. */
    public static Classes of(Collection<String> labels) {
        return new Classes(labels.stream().distinct().sorted().toList());
    }

    /**
     * One row a label: 1 in the column of its class, 0 elsewhere.
     *
     * @param rows labels of these classes
     * @throws IllegalArgumentException if one of them is not
     * @return labels × classes
     */
    public Matrix oneHot(List<String> rows) {
        double[] values = new double[Math.multiplyExact(rows.size(), labels.size())];
        for (int i = 0; i < rows.size(); i++) {
            int column = Collections.binarySearch(labels, rows.get(i));
            if (column < 0) {
                throw new IllegalArgumentException("\"%s\" is none of %s".formatted(rows.get(i), labels));
            }
            values[i * labels.size() + column] = 1.0;
        }
        return new Matrix(rows.size(), labels.size(), values);
    }

    /** The label whose output is the largest; the first of them where several are. */
    public String labelOf(double[] outputs) {
        return labels.get(largest(outputs));
    }

    /** The number, from 0, of the largest output; the first of them where several are. */
    public static int largest(double[] outputs) {
        int largest = 0;
        for (int i = 1; i < outputs.length; i++) {
            if (outputs[i] > outputs[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
