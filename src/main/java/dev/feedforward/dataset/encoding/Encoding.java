package dev.feedforward.dataset.encoding;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How rows are made fit for a network, fitted on the rows that it learns from and stored with what it learned.
 *
 * @param classes the labels that outputs stand for, or null where answers are numbers
 * @param inputs how inputs are brought to mean 0 and deviation 1, or null where they are taken as they are
 * @param answers the same for answers
 * @param columns what the inputs mean before they are standardised, or null where rows came without names
 */
public record Encoding(
        @Nullable Classes classes,
        @Nullable Standardization inputs,
        @Nullable Standardization answers,
        @Nullable InputColumns columns) {

    /** Of rows without names. */
    public Encoding(@Nullable Classes classes, @Nullable Standardization inputs, @Nullable Standardization answers) {
        this(classes, inputs, answers, null);
    }

    /** This encoding, of rows whose columns are known. */
    public Encoding of(@Nullable InputColumns newColumns) {
        return new Encoding(classes, inputs, answers, newColumns);
    }

    /** An encoding for {@code learned}, the rows that are learned from. */
    public static Encoding fit(
            Samples learned, @Nullable Classes classes, boolean standardizeInputs, boolean standardizeAnswers) {
        return new Encoding(
                classes,
                standardizeInputs ? Standardization.fit(learned.inputs()) : null,
                standardizeAnswers ? Standardization.fit(learned.answers()) : null);
    }

    /** Rows as the network takes them; their inputs as {@link #encodeInputs} has them. */
    public Samples encode(Samples rows) {
        return new Samples(
                encodeInputs(rows.inputs()), answers == null ? rows.answers() : answers.apply(rows.answers()));
    }

    /**
     * Inputs as the network takes them: rows × inputs. Those of a matrix are standardised at once, which is faster
     * where they are read many times; those of any other source, which may be too many to be kept twice, when they are
     * read.
     */
    public RowSource encodeInputs(RowSource rows) {
        if (inputs == null) {
            return rows;
        }
        return rows instanceof Matrix matrix ? inputs.apply(matrix) : new StandardizedRows(rows, inputs);
    }

    /** Outputs of the network in the units of the answers: rows × outputs. */
    public Matrix decodeOutputs(Matrix outputs) {
        return answers == null ? outputs : answers.invert(outputs);
    }

    /** What 1 of each output of the network is worth in the answers' units. */
    public double[] outputUnits(int outputs) {
        if (answers != null) {
            return answers.deviation();
        }
        double[] ones = new double[outputs];
        Arrays.fill(ones, 1.0);
        return ones;
    }
}
