package dev.feedforward.model;

import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Matrix;
import org.jspecify.annotations.Nullable;

/** The share of rows that a network answers right, where its answers are classes or yes and no. */
public final class Accuracy {

    private Accuracy() {}

    /**
     * Whether answers can be right or wrong, rather than near or far: class labels, one-hot rows from softmax outputs,
     * or 0 and 1 from sigmoid outputs.
     *
     * @param answers rows × outputs
     */
    public static boolean isDefined(Architecture architecture, @Nullable Classes classes, Matrix answers) {
        return Reading.of(architecture.outputActivation(), classes, answers).isRightOrWrong();
    }

    /**
     * The share of rows all of whose outputs lie on the answer's side of 0.5, from 0 to 1; null without rows.
     *
     * @param outputs rows × outputs
     * @param answers rows × outputs, 0 or 1
     */
    static @Nullable Double ofBits(Matrix outputs, Matrix answers) {
        int right = 0;
        for (int i = 0; i < outputs.rows(); i++) {
            if (isRight(outputs, answers, i)) {
                right++;
            }
        }
        return outputs.rows() == 0 ? null : (Double) ((double) right / outputs.rows());
    }

    private static boolean isRight(Matrix outputs, Matrix answers, int row) {
        for (int i = row * outputs.columns(); i < (row + 1) * outputs.columns(); i++) {
            if (outputs.values()[i] >= Reading.THRESHOLD != (answers.values()[i] == 1.0)) {
                return false;
            }
        }
        return true;
    }
}
