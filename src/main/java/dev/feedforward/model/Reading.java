package dev.feedforward.model;

import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Matrix;
import org.jspecify.annotations.Nullable;

/** How a network's outputs are to be read, so that one knows what a right answer is. */
public enum Reading {

    /** An output a class: the largest one answers. Class labels, or one-hot rows of 0 and 1 with softmax outputs. */
    CLASSES,

    /** One sigmoid output, answers of 0 and 1: it answers 1 from 0.5 on. */
    YES_OR_NO,

    /** Several sigmoid outputs, each of them a yes or no of its own. */
    BITS,

    /** Numbers, which are near or far rather than right or wrong. */
    NUMBERS;

    /** The output from which on a yes-or-no network says yes. */
    static final double THRESHOLD = 0.5;

    /**
     * The reading that fits a network and what it should answer.
     *
     * @param output the activation function of the output layer
     * @param classes what the outputs stand for, or null where the answers are numbers
     * @param answers rows × outputs
     */
    public static Reading of(Activation output, @Nullable Classes classes, Matrix answers) {
        if (classes != null || (output == Activation.SOFTMAX && isOneHot(answers))) {
            return CLASSES;
        }
        if (output != Activation.SIGMOID || !isBits(answers)) {
            return NUMBERS;
        }
        return answers.columns() == 1 ? YES_OR_NO : BITS;
    }

    /** Whether answers of this kind are right or wrong, so that accuracy is defined. */
    public boolean isRightOrWrong() {
        return this != NUMBERS;
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
