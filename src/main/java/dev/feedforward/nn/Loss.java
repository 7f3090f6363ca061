package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * An objective that gradient descent makes smaller. Definitions are PyTorch's; arrays hold rows × outputs, row-major.
 *
 * <p>A loss is a sum over the rows times a scale, so that it can be summed up part by part.
 */
public enum Loss {

    /** {@code ½ Σ (output - answer)²} over all rows and outputs: the objective of the course. */
    HALF_SUM_SQUARED_ERROR(new Formula("loss = ½ · Σ error²", "The errors are squared, summed up and halved.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            return 0.5 * sumOfSquaredErrors(outputs, answers, rows * columns);
        }

        @Override
        double scale(int rows, int columns) {
            return 1.0;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = scale * (outputs[i] - answers[i]);
            }
        }
    },

    /** The mean of {@code (output - answer)²} over all rows and outputs. */
    MEAN_SQUARED_ERROR(new Formula("loss = mean of error²", "The errors are squared, and their mean is taken.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            return sumOfSquaredErrors(outputs, answers, rows * columns);
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = 2.0 * scale * (outputs[i] - answers[i]);
            }
        }
    },

    /** The mean of {@code |output - answer|} over all rows and outputs; its derivative at 0 is taken as 0. */
    MEAN_ABSOLUTE_ERROR(new Formula("loss = mean of |error|", "The mean size of the errors.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            double sum = 0.0;
            for (int i = 0; i < rows * columns; i++) {
                sum += Math.abs(outputs[i] - answers[i]);
            }
            return sum;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = scale * Math.signum(outputs[i] - answers[i]);
            }
        }
    },

    /**
     * The mean of {@code ½ e²} where the error {@code e} is less than 1 from 0, else of {@code |e| - ½} (Huber, "Robust
     * estimation of a location parameter", 1964; δ = 1).
     */
    HUBER(new Formula(
            "loss = mean of ½ · error² up to an error of 1, |error| − ½ beyond",
            "Small errors are squared, large ones are not, so that no single row rules.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            double sum = 0.0;
            for (int i = 0; i < rows * columns; i++) {
                double error = Math.abs(outputs[i] - answers[i]);
                sum += error < 1.0 ? 0.5 * error * error : error - 0.5;
            }
            return sum;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = scale * Math.max(-1.0, Math.min(1.0, outputs[i] - answers[i]));
            }
        }
    },

    /**
     * The mean of {@code ln(cosh(e))} over all rows and outputs: like {@code ½ e²} where the error {@code e} is small,
     * like {@code |e| - ln 2} where it is large. Computed as {@code ln(1 + 2 sinh²(e / 2))} where it is small, so that
     * its digits are not lost, else as {@code |e| + ln(1 + e^-2|e|) - ln 2}, so that it cannot overflow.
     */
    LOG_COSH(new Formula(
            "loss = mean of ln(cosh(error))",
            "Small errors are squared and halved, large ones are taken as they are, with no kink in between.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            double sum = 0.0;
            for (int i = 0; i < rows * columns; i++) {
                sum += logCosh(Math.abs(outputs[i] - answers[i]));
            }
            return sum;
        }

        private static double logCosh(double error) {
            if (error < 1.0) {
                double half = StrictMath.sinh(0.5 * error);
                return StrictMath.log1p(2.0 * half * half);
            }
            return error + StrictMath.log1p(StrictMath.exp(-2.0 * error)) - LN_2;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = scale * StrictMath.tanh(outputs[i] - answers[i]);
            }
        }
    },

    /**
     * The mean over the rows of {@code -Σ answer · ln(softmax(z))}. With the softmax that it needs as one formula, so
     * that neither can overflow or vanish.
     */
    CROSS_ENTROPY(new Formula(
            "loss = mean of −ln(output of the right class)",
            "The less probable the network held the right class, the larger.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            double sum = 0.0;
            for (int i = 0; i < rows * columns; i++) {
                if (answers[i] != 0.0) {
                    // An output that has vanished has no logarithm any more; its weighted sum still tells it.
                    sum -= answers[i]
                            * (outputs[i] > Double.MIN_NORMAL ? StrictMath.log(outputs[i]) : logSoftmax(z, i, columns));
                }
            }
            return sum;
        }

        private static double logSoftmax(double[] z, int i, int columns) {
            int from = i - i % columns;
            double largest = Activation.largest(z, from, columns);
            double sum = 0.0;
            for (int j = from; j < from + columns; j++) {
                sum += StrictMath.exp(z[j] - largest);
            }
            return z[i] - largest - StrictMath.log(sum);
        }

        @Override
        double scale(int rows, int columns) {
            return 1.0 / rows;
        }

        @Override
        public Activation needs() {
            return Activation.SOFTMAX;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            HALF_SUM_SQUARED_ERROR.gradient(outputs, answers, gradient, scale, length);
        }
    },

    /**
     * The mean over rows and outputs of {@code -(answer · ln(σ(z)) + (1 - answer) · ln(1 - σ(z)))}. With the sigmoid
     * that it needs as one formula, {@code max(z, 0) - z · answer + ln(1 + e^-|z|)}, so that neither can overflow or
     * vanish.
     */
    BINARY_CROSS_ENTROPY(new Formula(
            "loss = mean of −(answer · ln(output) + (1 − answer) · ln(1 − output))",
            "The less probable the network held the right answer, the larger.")) {
        @Override
        double sum(double[] z, double[] outputs, double[] answers, int rows, int columns) {
            double sum = 0.0;
            for (int i = 0; i < rows * columns; i++) {
                sum += Math.max(z[i], 0.0) - z[i] * answers[i] + StrictMath.log1p(StrictMath.exp(-Math.abs(z[i])));
            }
            return sum;
        }

        @Override
        public Activation needs() {
            return Activation.SIGMOID;
        }

        @Override
        void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length) {
            HALF_SUM_SQUARED_ERROR.gradient(outputs, answers, gradient, scale, length);
        }
    };

    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    private final Formula formula;

    Loss(Formula formula) {
        this.formula = formula;
    }

    /** What makes one number of all errors. */
    public Formula formula() {
        return formula;
    }

    /** The sum over the rows, before it is scaled. */
    abstract double sum(double[] z, double[] outputs, double[] answers, int rows, int columns);

    /**
     * What the sum over so many rows is multiplied with: the mean over rows and outputs unless a loss says otherwise.
     */
    double scale(int rows, int columns) {
        return 1.0 / ((double) rows * columns);
    }

    /**
     * The output activation that the loss is one formula with, and without which it is not defined; null for a loss
     * that goes with any.
     */
    public @Nullable Activation needs() {
        return null;
    }

    /**
     * {@code scale} times the derivative with respect to the outputs, or to the weighted sums where the loss
     * {@link #needs} its activation.
     */
    abstract void gradient(double[] outputs, double[] answers, double[] gradient, double scale, int length);

    /**
     * The loss of a batch.
     *
     * @param z the weighted sums of the output layer
     */
    public double value(double[] z, double[] outputs, double[] answers, int rows, int columns) {
        return scale(rows, columns) * sum(z, outputs, answers, rows, columns);
    }

    /**
     * The derivatives of the loss of a batch with respect to the weighted sums of the output layer.
     *
     * @param z the weighted sums; may be overwritten
     * @param outputs the activations; may be overwritten
     * @param deltas overwritten
     */
    void deltas(
            Kernels kernels,
            Activation activation,
            double[] z,
            double[] outputs,
            double[] answers,
            double[] deltas,
            int rows,
            int columns) {
        gradient(outputs, answers, deltas, scale(rows, columns), rows * columns);
        if (needs() == null) {
            activation.multiplyByDerivative(kernels, z, outputs, deltas, rows, columns);
        }
    }

    /**
     * {@code Σ |output - answer|} over all rows and outputs: the cost that the course prints, before it is a mean.
     *
     * @param units what 1 of each output is worth
     */
    public static double sumOfAbsoluteErrors(double[] outputs, double[] answers, double[] units, int rows) {
        double sum = 0.0;
        for (int i = 0, j = 0; i < rows * units.length; i++, j = j + 1 == units.length ? 0 : j + 1) {
            sum += Math.abs(outputs[i] - answers[i]) * units[j];
        }
        return sum;
    }

    private static double sumOfSquaredErrors(double[] outputs, double[] answers, int length) {
        double sum = 0.0;
        for (int i = 0; i < length; i++) {
            double error = outputs[i] - answers[i];
            sum = Math.fma(error, error, sum);
        }
        return sum;
    }
}
