package dev.feedforward.model.metrics;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.data.Matrix;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Meaning of a network's outputs: what it answers by them, and whether that can be right or wrong. */
public enum OutputMeaning {

    /** An output a class: the largest one answers. Class labels, or one-hot rows of 0 and 1 with softmax outputs. */
    CLASSES,

    /** One sigmoid output, answers of 0 and 1: it answers 1 from 0.5 on. */
    YES_OR_NO,

    /** Several sigmoid outputs, each of them a yes or no of its own. */
    BITS,

    /** Numbers, which are near or far rather than right or wrong. */
    NUMBERS;

    /** Description of a meaning, for the OpenAPI document. */
    public static final String DESCRIPTION =
            "Meaning of the outputs: classes, of which the largest output answers; yes_or_no, one output that answers 1"
                    + " from 0.5 on; bits, several such outputs; numbers.";

    /** Description of an answer, for the OpenAPI document. */
    public static final String ANSWER =
            "The class label, or the number of the largest softmax output from 0 where classes have no labels; 0 or 1 for"
                    + " one sigmoid output that learned 0 and 1; the number for one output of numbers; absent where"
                    + " several outputs answer, each for itself.";

    /** The output from which on a yes-or-no network says yes. */
    private static final double THRESHOLD = 0.5;

    /**
     * The meaning that fits a network and the rows that it learns from.
     *
     * @param output the activation function of the output layer
     * @param classes what the outputs stand for, or null where the answers are numbers
     * @param standardized whether numbers are standardised, which makes them numbers whatever the activation
     * @param answers rows × outputs, in their own unit
     */
    public static OutputMeaning learnedBy(
            Activation output, @Nullable Classes classes, boolean standardized, Matrix answers) {
        return classes == null && standardized ? NUMBERS : of(output, classes, answers);
    }

    /**
     * The meaning that fits a network and what it should answer, which is not standardised.
     *
     * @param output the activation function of the output layer
     * @param classes what the outputs stand for, or null where the answers are numbers
     * @param answers rows × outputs
     */
    public static OutputMeaning of(Activation output, @Nullable Classes classes, Matrix answers) {
        if (classes != null || (output == Activation.SOFTMAX && isOneHot(answers))) {
            return CLASSES;
        }
        if (output != Activation.SIGMOID || !isBits(answers)) {
            return NUMBERS;
        }
        return answers.columns() == 1 ? YES_OR_NO : BITS;
    }

    /** The meaning in a model that was stored without it, by the figures that were measured of it. */
    public static OutputMeaning of(Architecture architecture, Encoding encoding, Figures figures) {
        if (encoding.classes() != null) {
            return CLASSES;
        }
        if (encoding.answers() != null || figures.metrics().rmse() != null) {
            return NUMBERS;
        }
        return switch (architecture.outputActivation()) {
            case SOFTMAX -> CLASSES;
            case SIGMOID -> architecture.outputs() == 1 ? YES_OR_NO : BITS;
            default -> NUMBERS;
        };
    }

    /**
     * The meaning where outputs are held against {@code answers}: the same, or numbers where these cannot be right.
     *
     * @param classes what the outputs stand for, or null where the answers are numbers
     * @param answers rows × outputs, of any rows
     */
    public OutputMeaning against(@Nullable Classes classes, Matrix answers) {
        boolean fits = switch (this) {
            case CLASSES -> classes != null || isOneHot(answers);
            case YES_OR_NO, BITS -> isBits(answers);
            case NUMBERS -> true;
        };
        return fits ? this : NUMBERS;
    }

    /** Whether answers of this kind are right or wrong, so that accuracy is defined. */
    public boolean isRightOrWrong() {
        return this != NUMBERS;
    }

    /**
     * The answer that a row of outputs is: a class's label, or its number from 0 where classes have none; 0 or 1; or
     * the number. Null where several outputs answer, each for itself.
     *
     * @param classes what the outputs stand for, or null where they have no labels
     * @param outputs in the answers' own unit
     */
    public @Nullable Object answer(@Nullable Classes classes, double... outputs) {
        return switch (this) {
            case CLASSES -> classes != null ? classes.labelOf(outputs) : (Object) classOf(outputs);
            case YES_OR_NO -> classOf(outputs);
            case BITS -> null;
            case NUMBERS -> outputs.length == 1 ? (Object) outputs[0] : null;
        };
    }

    /** The number of the class, from 0, that a row of outputs answers; of yes or no, 1 is yes. */
    public int classOf(double... outputs) {
        return switch (this) {
            case CLASSES -> Classes.largest(outputs);
            case YES_OR_NO -> isYes(outputs[0]) ? 1 : 0;
            case BITS, NUMBERS -> throw new IllegalStateException(this + " are no classes");
        };
    }

    /** Whether outputs answer as {@code answers} have it; of bits, whether all of them do. */
    public boolean isRight(double[] outputs, double[] answers) {
        return switch (this) {
            case CLASSES, YES_OR_NO -> classOf(outputs) == classOf(answers);
            case BITS -> IntStream.range(0, outputs.length).allMatch(i -> isYes(outputs[i]) == isYes(answers[i]));
            case NUMBERS -> throw new IllegalStateException("numbers are not right or wrong");
        };
    }

    /** Whether an output that is yes or no says yes. */
    public static boolean isYes(double output) {
        return output >= THRESHOLD;
    }

    /** Whether all of {@code answers} are 0 or 1. */
    private static boolean isBits(Matrix answers) {
        for (double answer : answers.values()) {
            if (answer != 0.0 && answer != 1.0) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are two columns or more, and each row is one 1 among 0s. */
    public static boolean isOneHot(Matrix answers) {
        if (answers.columns() < 2 || !isBits(answers)) {
            return false;
        }
        for (int i = 0; i < answers.rows(); i++) {
            double ones = 0.0;
            for (int j = 0; j < answers.columns(); j++) {
                ones += answers.values()[i * answers.columns() + j];
            }
            if (ones != 1.0) {
                return false;
            }
        }
        return true;
    }
}
