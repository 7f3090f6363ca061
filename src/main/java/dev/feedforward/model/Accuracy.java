package dev.feedforward.model;

import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The share of rows that a network answers right, where its answers are classes or yes and no. */
public final class Accuracy {

    private Accuracy() {}

    /**
     * Whether answers can be right or wrong, rather than near or far: class labels, or 0 and 1 from sigmoid outputs.
     *
     * @param answers rows × outputs
     */
    public static boolean isDefined(Architecture architecture, @Nullable Classes classes, Matrix answers) {
        return classes != null
                || (architecture.outputActivation() == Activation.SIGMOID
                        && Arrays.stream(answers.values()).allMatch(answer -> answer == 0.0 || answer == 1.0));
    }

    /**
     * The share of rows answered right, from 0 to 1: those whose largest output is that of their class, or all of whose
     * outputs lie on the answer's side of 0.5. Null where it is not defined.
     *
     * @param outputs rows × outputs
     * @param answers rows × outputs
     */
    public static @Nullable Double of(
            Architecture architecture, @Nullable Classes classes, Matrix outputs, Matrix answers) {
        if (!isDefined(architecture, classes, answers)) {
            return null;
        }
        long right = IntStream.range(0, outputs.rows())
                .filter(row -> isRight(classes, outputs.row(row), answers.row(row)))
                .count();
        return (double) right / outputs.rows();
    }

    private static boolean isRight(@Nullable Classes classes, double[] outputs, double[] answers) {
        if (classes != null) {
            return classes.labelOf(outputs).equals(classes.labelOf(answers));
        }
        return IntStream.range(0, outputs.length).allMatch(i -> outputs[i] >= 0.5 == (answers[i] == 1.0));
    }
}
