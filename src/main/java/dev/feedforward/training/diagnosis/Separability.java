package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Slope;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.Optional;

/**
 * Finds rows that a network without a hidden layer cannot tell apart, because no line (plane, hyperplane) does: the
 * case of XOR (Minsky and Papert, "Perceptrons", 1969).
 */
final class Separability {

    /** Multiplications that the search may take: about a tenth of a second. */
    private static final long MOST_WORK = 50_000_000;

    /** Whole numbers up to this, bits above all, are taken as they are, so that a circle is a proof. */
    private static final double LARGEST_WHOLE = 8.0;

    /** Numbers that are looked at, at most: 8 MB, of which there are up to three copies. */
    private static final int MOST_INPUTS = 1_000_000;

    private final boolean bias;
    private final boolean whole;
    private final Matrix points;

    private Separability(boolean bias, Matrix inputs) {
        this.bias = bias;
        whole = isWhole(inputs);
        Matrix scaled = whole ? inputs : scale(inputs, bias);
        points = bias ? withOne(scaled) : scaled;
    }

    /**
     * Tries to separate the rows of each yes-or-no output, or of all classes together. Where these are more than a
     * million numbers it takes rows that are spread evenly over all, as many as make a million: if no line separates
     * these, none separates all.
     *
     * @param layer the only layer of the network; without biases the line goes through the origin
     */
    static Optional<Warning> find(OutputMeaning reading, LayerSpec layer, Samples all) {
        if (!reading.isRightOrWrong() || layer.activation().slope() != Slope.RISING) {
            return Optional.empty();
        }
        Samples samples = sample(all);
        Separability separability =
                new Separability(layer.bias(), samples.inputs().toMatrix());
        Matrix answers = samples.answers();
        int outputs = answers.columns();
        if (reading == OutputMeaning.CLASSES) {
            return outputs < 2
                    ? Optional.empty()
                    : separability.separate("the classes", largest(answers), outputs, MOST_WORK);
        }
        Optional<Warning> found = Optional.empty();
        for (int output = 0; output < outputs && found.isEmpty(); output++) {
            String what = outputs == 1
                    ? "the rows of answer 0 from those of answer 1"
                    : "the rows of answer 0 from those of answer 1 of output %d (counted from 1)".formatted(output + 1);
            found = separability.separate(what, bits(answers, output), 2, MOST_WORK / outputs);
        }
        return found;
    }

    private static Samples sample(Samples all) {
        int most = Math.max(1, MOST_INPUTS / Math.max(1, all.inputs().columns()));
        return all.rows() <= most ? all : all.pick(EvenSample.of(most, all.rows()));
    }

    private Optional<Warning> separate(String what, int[] classes, int count, long work) {
        String line = "line (plane, with more inputs)" + (bias ? "" : " through the origin");
        return switch (new Perceptron(points, classes, count).run(work, whole)) {
            case SEPARATED, UNKNOWN -> Optional.empty();
            case INSEPARABLE -> Optional.of(warning("No %s separates %s".formatted(line, what)));
            case HARDLY ->
                Optional.of(warning("No %s separates %s, unless with a margin of less than %s of the longest row"
                        .formatted(line, what, Perceptron.LEAST_MARGIN)));
        };
    }

    private Warning warning(String finding) {
        return new Warning(
                "not_separable",
                finding + ", and a network without a hidden layer draws no other border: do not expect it to answer all"
                        + " rows right.",
                bias
                        ? "Add a hidden layer, as in \"network\": {\"hidden\": [4]}."
                        : "Set network.bias to true, so that lines need not go through the origin; where that is not"
                                + " enough, add a hidden layer, as in \"network\": {\"hidden\": [4]}.");
    }

    private static boolean isWhole(Matrix inputs) {
        for (double value : inputs.values()) {
            if (value != Math.rint(value) || Math.abs(value) > LARGEST_WHOLE) {
                return false;
            }
        }
        return true;
    }

    /** Stretches every column alike, and moves it only where a bias can make up for that. */
    private static Matrix scale(Matrix inputs, boolean bias) {
        Standardization fitted = Standardization.fit(inputs);
        double[] mean = bias ? fitted.mean() : new double[inputs.columns()];
        return new Standardization(mean, fitted.deviation()).apply(inputs);
    }

    /** The rows with a column of 1 behind the others, whose weight is the bias. */
    private static Matrix withOne(Matrix inputs) {
        int columns = inputs.columns() + 1;
        double[] values = new double[Math.multiplyExact(inputs.rows(), columns)];
        for (int i = 0; i < inputs.rows(); i++) {
            System.arraycopy(inputs.values(), i * inputs.columns(), values, i * columns, inputs.columns());
            values[(i + 1) * columns - 1] = 1.0;
        }
        return new Matrix(inputs.rows(), columns, values);
    }

    private static int[] largest(Matrix answers) {
        int[] classes = new int[answers.rows()];
        for (int i = 0; i < answers.values().length; i++) {
            if (answers.values()[i] == 1.0) {
                classes[i / answers.columns()] = i % answers.columns();
            }
        }
        return classes;
    }

    private static int[] bits(Matrix answers, int output) {
        int[] classes = new int[answers.rows()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) answers.values()[i * answers.columns() + output];
        }
        return classes;
    }
}
