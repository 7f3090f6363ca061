package dev.feedforward.insight.step;

import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Loss;

/** The formulas that a training computes by, as a person reads them. */
final class Formulas {

    /**
     * A formula.
     *
     * @param text in the usual signs
     * @param words what it does
     */
    record Formula(String text, String words) {}

    private Formulas() {}

    /** What makes activations of weighted sums. */
    static Formula of(Activation activation) {
        return switch (activation) {
            case SIGMOID -> new Formula("a = 1 / (1 + e⁻ᶻ)", "The sigmoid squeezes each sum to between 0 and 1.");
            case TANH -> new Formula("a = tanh(z)", "The hyperbolic tangent squeezes each sum to between −1 and 1.");
            case RELU -> new Formula("a = max(0, z)", "ReLU lets positive sums through and makes the others 0.");
            case LEAKY_RELU ->
                new Formula(
                        "a = z for z > 0, else 0.01 · z",
                        "The leaky ReLU lets positive sums through and a hundredth of the others.");
            case ELU ->
                new Formula("a = z for z > 0, else eᶻ − 1", "ELU lets positive sums through and bends others to −1.");
            case SOFTPLUS -> new Formula("a = ln(1 + eᶻ)", "Softplus is ReLU without its kink.");
            case SILU -> new Formula("a = z / (1 + e⁻ᶻ)", "SiLU multiplies each sum with its sigmoid.");
            case GELU ->
                new Formula("a = z · Φ(z)", "GELU multiplies each sum with the share of the bell curve left of it.");
            case GAUSSIAN ->
                new Formula("a = e^(−z²)", "The Gaussian is 1 for a sum of 0, and falls to 0 on both sides.");
            case IDENTITY -> new Formula("a = z", "The sums are taken as they are.");
            case SOFTMAX ->
                new Formula(
                        "aⱼ = e^zⱼ / Σ e^z",
                        "Softmax makes the sums of a row positive and 1 in all, as probabilities of the classes.");
        };
    }

    /** What makes one number of all errors. */
    static Formula of(Loss loss) {
        return switch (loss) {
            case HALF_SUM_SQUARED_ERROR ->
                new Formula("loss = ½ · Σ error²", "The errors are squared, summed up and halved.");
            case MEAN_SQUARED_ERROR ->
                new Formula("loss = mean of error²", "The errors are squared, and their mean is taken.");
            case MEAN_ABSOLUTE_ERROR -> new Formula("loss = mean of |error|", "The mean size of the errors.");
            case HUBER ->
                new Formula(
                        "loss = mean of ½ · error² up to an error of 1, |error| − ½ beyond",
                        "Small errors are squared, large ones are not, so that no single row rules.");
            case CROSS_ENTROPY ->
                new Formula(
                        "loss = mean of −ln(output of the right class)",
                        "The less probable the network held the right class, the larger.");
            case BINARY_CROSS_ENTROPY ->
                new Formula(
                        "loss = mean of −(answer · ln(output) + (1 − answer) · ln(1 − output))",
                        "The less probable the network held the right answer, the larger.");
        };
    }

    /** What makes a correction of derivatives. */
    static Formula of(OptimizerSettings.Name optimizer) {
        return switch (optimizer) {
            case SGD ->
                new Formula("w ← w − η · g", "Each weight goes against its derivative g, by the learning rate η.");
            case MOMENTUM ->
                new Formula(
                        "v ← μ · v + g,  w ← w − η · v", "Each weight rolls downhill: it keeps some of its speed v.");
            case NESTEROV ->
                new Formula(
                        "v ← μ · v + g,  w ← w − η · (g + μ · v)",
                        "Each weight keeps some of its speed v, and looks ahead to where that leads.");
            case ADAGRAD ->
                new Formula(
                        "s ← s + g²,  w ← w − η · g / (√s + ε)",
                        "Weights whose derivatives g have been large take smaller steps.");
            case RMSPROP ->
                new Formula(
                        "s ← α · s + (1 − α) · g²,  w ← w − η · g / (√s + ε)",
                        "Weights whose derivatives g have been large of late take smaller steps.");
            case ADAM, ADAMW ->
                new Formula(
                        "w ← w − η · m̂ / (√v̂ + ε)",
                        optimizer == OptimizerSettings.Name.ADAM
                                ? "Each weight follows the mean m̂ of its last derivatives, in steps that their size √v̂"
                                        + " evens out."
                                : "As Adam: the mean m̂ of the last derivatives, evened out by their size √v̂; and each"
                                        + " weight is made a little smaller first.");
        };
    }
}
