package dev.feedforward.nn;

/** An objective that gradient descent makes smaller, and its gradient with respect to the outputs. */
public enum Loss {

    /** {@code ½ Σ (output - answer)²} over all rows and outputs: the objective of the course. */
    HALF_SUM_SQUARED_ERROR {
        @Override
        public double value(double[] outputs, double[] answers, int length) {
            return 0.5 * sumOfSquaredErrors(outputs, answers, length);
        }

        @Override
        public void gradient(double[] outputs, double[] answers, double[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = outputs[i] - answers[i];
            }
        }
    },

    /** The mean of {@code (output - answer)²} over all rows and outputs. */
    MEAN_SQUARED_ERROR {
        @Override
        public double value(double[] outputs, double[] answers, int length) {
            return sumOfSquaredErrors(outputs, answers, length) / length;
        }

        @Override
        public void gradient(double[] outputs, double[] answers, double[] gradient, int length) {
            double factor = 2.0 / length;
            for (int i = 0; i < length; i++) {
                gradient[i] = factor * (outputs[i] - answers[i]);
            }
        }
    };

    /**
     * The loss of a batch.
     *
     * @param outputs rows × outputs
     * @param answers rows × outputs
     * @param length rows times outputs
     */
    public abstract double value(double[] outputs, double[] answers, int length);

    /**
     * The derivative of {@link #value} with respect to each output.
     *
     * @param gradient rows × outputs, overwritten
     */
    public abstract void gradient(double[] outputs, double[] answers, double[] gradient, int length);

    /**
     * The mean of {@code |output - answer|} over all rows and outputs: the cost that the course prints, whatever the
     * objective.
     */
    public static double meanAbsoluteError(double[] outputs, double[] answers, int length) {
        double sum = 0.0;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(outputs[i] - answers[i]);
        }
        return sum / length;
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
