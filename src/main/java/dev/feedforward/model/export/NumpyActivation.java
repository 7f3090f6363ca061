package dev.feedforward.model.export;

import dev.feedforward.nn.Activation;
import java.util.Locale;

/** The activation functions in numpy, as precise and safe from overflow as the service's own. */
final class NumpyActivation {

    private NumpyActivation() {}

    /** {@code z} after an activation function, as an expression. */
    static String call(Activation activation, String z) {
        return switch (activation) {
            case IDENTITY -> z;
            case TANH -> "np.tanh(%s)".formatted(z);
            default -> "%s(%s)".formatted(name(activation), z);
        };
    }

    /** Whether a function of {@code activation} needs the module math. */
    static boolean needsMath(Activation activation) {
        return activation == Activation.GELU;
    }

    /** The definition of an activation function; empty where numpy has it. */
    static String definition(Activation activation) {
        String body = switch (activation) {
            case IDENTITY, TANH -> "";
            case SIGMOID -> """
                        e = np.exp(-np.abs(z))  # Never overflows.
                        return np.where(z >= 0, 1, e) / (1 + e)
                        """;
            case RELU -> "return np.maximum(0, z)\n";
            case LEAKY_RELU -> "return np.where(z > 0, z, 0.01 * z)\n";
            case ELU -> "return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))\n";
            case SOFTPLUS -> "return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))\n";
            case SILU -> """
                        e = np.exp(-np.abs(z))  # Never overflows.
                        return z * np.where(z >= 0, 1, e) / (1 + e)
                        """;
            case GELU -> """
                        erf = np.vectorize(math.erf, otypes=[float])
                        return z * (0.5 * erf(z * math.sqrt(0.5)) + 0.5)
                        """;
            case GAUSSIAN -> "return np.exp(-z * z)\n";
            case SOFTMAX -> """
                        e = np.exp(z - z.max(axis=1, keepdims=True))
                        return e / e.sum(axis=1, keepdims=True)
                        """;
        };
        return body.isEmpty() ? "" : "\n\ndef %s(z):\n%s".formatted(name(activation), body.indent(4));
    }

    private static String name(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }
}
