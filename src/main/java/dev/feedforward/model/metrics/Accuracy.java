package dev.feedforward.model.metrics;

import dev.feedforward.nn.data.Matrix;
import org.jspecify.annotations.Nullable;

/** The share of rows that a network answers right, where each of its outputs is a yes or no of its own. */
final class Accuracy {

    private Accuracy() {}

    /**
     * The share of rows all of whose outputs lie on the answer's side of 0.5, from 0 to 1; null without rows.
     *
     * @param outputs rows × outputs
     * @param answers rows × outputs, 0 or 1
     */
    static @Nullable Double ofBits(Matrix outputs, Matrix answers) {
        int right = 0;
        for (int i = 0; i < outputs.rows(); i++) {
            if (OutputMeaning.BITS.isRight(outputs.row(i), answers.row(i))) {
                right++;
            }
        }
        return outputs.rows() == 0 ? null : (Double) ((double) right / outputs.rows());
    }
}
