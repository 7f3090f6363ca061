package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import java.util.Random;

/**
 * Rows of bytes that stand for numbers from 0 to 1, as a picture's do: no matrix.
 *
 * @param values rows × columns, row-major
 */
public record ScaledBytes(int columns, byte[] values) implements RowSource {

    public static ScaledBytes random(int rows, int columns) {
        byte[] values = new byte[rows * columns];
        new Random(rows).nextBytes(values);
        return new ScaledBytes(columns, values);
    }

    @Override
    public int rows() {
        return values.length / columns;
    }

    @Override
    public void copyRow(int row, double[] target, int at) {
        for (int j = 0; j < columns; j++) {
            target[at + j] = (values[row * columns + j] & 0xFF) / 255.0;
        }
    }

    /** The samples of these rows whose answers are random bits. */
    public Samples answered(int outputs) {
        double[] answers = new Random(columns)
                .ints((long) rows() * outputs, 0, 2)
                .asDoubleStream()
                .toArray();
        return new Samples(this, new Matrix(rows(), outputs, answers));
    }

    /** The same samples with all inputs in a matrix. */
    public static Samples dense(Samples samples) {
        return new Samples(samples.inputs().toMatrix(), samples.answers());
    }
}
