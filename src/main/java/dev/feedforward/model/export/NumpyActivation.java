package dev.feedforward.model.export;

import dev.feedforward.nn.Activation;
import java.util.Locale;

/** Activation functions in a Python script. */
final class NumpyActivation {

    private NumpyActivation() {}

    /** {@code z} after an activation function, as an expression. */
    static String call(Activation activation, String z) {
        return isExpression(activation) ? activation.numpy().formatted(z) : "%s(%s)".formatted(name(activation), z);
    }

    /** Whether a function of {@code activation} needs the module math. */
    static boolean needsMath(Activation activation) {
        return activation.numpy().contains("math.");
    }

    /** The definition of an activation function; empty where numpy has it. */
    static String definition(Activation activation) {
        return isExpression(activation)
                ? ""
                : "\n\ndef %s(z):\n%s"
                        .formatted(name(activation), activation.numpy().strip().indent(4));
    }

    private static boolean isExpression(Activation activation) {
        return activation.numpy().contains("%s");
    }

    private static String name(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }
}
