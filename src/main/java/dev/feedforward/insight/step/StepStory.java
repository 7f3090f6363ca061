package dev.feedforward.insight.step;

import dev.feedforward.insight.step.Step.LayerOfStep;
import dev.feedforward.insight.step.Step.StepPart;
import dev.feedforward.nn.Formula;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells an iteration in order: each part with its formula, in words, and with the numbers of one row and one neuron.
 */
final class StepStory {

    /** Terms of a sum that are written out. */
    private static final int MOST_TERMS = 6;

    private final Step step;
    private final Loss loss;
    private final double[] answer;
    private final String row;
    private final List<StepPart> parts = new ArrayList<>();

    /**
     * The story of {@code step}.
     *
     * @param samples the rows as the network takes them
     */
    StepStory(Step step, Loss loss, Samples samples) {
        this.step = step;
        this.loss = loss;
        answer = samples.answers().row(0);
        row = step.rows() == 1 ? "" : "Row 0: ";
    }

    List<StepPart> parts() {
        step.layers().forEach(this::feedForward);
        if (step.errors() == null) {
            return parts;
        }
        compare();
        for (int l = step.layers().size() - 1; l >= 0; l--) {
            propagateBack(step.layers().get(l));
        }
        step.layers().forEach(this::correct);
        conclude();
        return parts;
    }

    private void feedForward(LayerOfStep layer) {
        double[] x = layer.inputs()[0];
        double bias = layer.biases() == null ? 0 : layer.biases()[0];
        add(
                layer,
                "weighted sums",
                layer.biases() == null ? "z = x · W" : "z = x · W + b",
                "Each neuron multiplies every input with the weight that leads from it, and sums up"
                        + (layer.biases() == null ? "." : ", with its bias."),
                row + "z₀ = "
                        + sum(x, column(layer.weights(), 0), layer.biases() == null ? "" : " + " + number(bias))
                        + " = " + number(layer.weightedSums()[0][0]));
        Formula activation = layer.activation().formula();
        add(
                layer,
                "activations",
                activation.text(),
                activation.words(),
                row + "z₀ = " + number(layer.weightedSums()[0][0]) + " becomes a₀ = "
                        + number(layer.activations()[0][0]));
    }

    private void compare() {
        double output = outputLayer().activations()[0][0];
        add(
                "Error",
                "error = output − answer",
                "How far the network is from the answer, and to which side.",
                row + "%s − %s = %s".formatted(number(output), number(answer[0]), number(output - answer[0])));
        Formula formula = loss.formula();
        add(
                "Loss",
                formula.text(),
                formula.words() + " This one number is what training makes smaller.",
                "loss = " + number(Objects.requireNonNull(step.loss())));
    }

    private void propagateBack(LayerOfStep layer) {
        double[][] deltas = Objects.requireNonNull(layer.deltas());
        if (layer == outputLayer()) {
            boolean oneFormula = loss.needs() != null;
            add(
                    layer,
                    "deltas",
                    oneFormula ? "δ = (output − answer) / n" : "δ = ∂loss/∂a · f′(z)",
                    oneFormula
                            ? "How the loss changes with each weighted sum: for this loss and activation together"
                                    + " simply the error, as a part of the mean."
                            : "How the loss changes with each weighted sum: with the output, times the slope of the"
                                    + " activation function there.",
                    row + "δ₀ = " + number(deltas[0][0]));
        } else {
            LayerOfStep behind = step.layers().get(layer.layer() + 1);
            double[] blame = Objects.requireNonNull(behind.deltas())[0];
            double[] weights = behind.weights()[0];
            add(
                    layer,
                    "deltas",
                    "δ = (δ′ · W′ᵀ) · f′(z)",
                    "Each neuron gets its share of the deltas behind it, by the weights that lead there, times the"
                            + " slope of its activation function: this is back-propagation.",
                    row
                            + "δ₀ = (%s) · f′(%s) = %s"
                                    .formatted(
                                            sum(blame, weights, ""),
                                            number(layer.weightedSums()[0][0]),
                                            number(deltas[0][0])));
        }
        double[][] gradients = Objects.requireNonNull(layer.weightGradients());
        int steepest = steepest(gradients);
        add(
                layer,
                "gradient",
                "∂loss/∂W = xᵀ · δ" + (layer.biases() == null ? "" : ",  ∂loss/∂b = Σ δ"),
                "How the loss changes with each weight: what came in through it, times the delta of its neuron"
                        + (step.rows() == 1 ? "." : ", summed up over the rows."),
                "g%s = %s = %s"
                        .formatted(
                                index(steepest),
                                sum(column(layer.inputs(), steepest), column(deltas, 0), ""),
                                number(gradients[steepest][0])));
    }

    private void correct(LayerOfStep layer) {
        Formula formula = step.optimizer().formula();
        double[][] gradients = Objects.requireNonNull(layer.weightGradients());
        int steepest = steepest(gradients);
        double before = layer.weights()[steepest][0];
        double after = Objects.requireNonNull(layer.weightsAfter())[steepest][0];
        add(
                layer,
                "correction",
                formula.text(),
                formula.words(),
                "w%1$s: %2$s %3$s = %4$s  (g%1$s = %5$s, η = %6$s)"
                        .formatted(
                                index(steepest),
                                number(before),
                                signed(after - before),
                                number(after),
                                number(gradients[steepest][0]),
                                number(step.learningRate())));
    }

    private void conclude() {
        double before = Objects.requireNonNull(step.loss());
        double after = Objects.requireNonNull(step.lossAfter());
        add(
                "What it did",
                "loss after = loss before + change",
                after < before
                        ? "With the corrected weights the loss is smaller. Training does this again and again."
                        : after > before
                                ? "The loss has grown: the step was too long, and a smaller learning rate would help."
                                : "The loss is the same: there is nothing left to go down.",
                "loss: %s %s = %s".formatted(number(before), signed(after - before), number(after)));
    }

    private LayerOfStep outputLayer() {
        return step.layers().get(step.layers().size() - 1);
    }

    private void add(LayerOfStep layer, String what, String formula, String words, String numbers) {
        String name = layer.name();
        String title = Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + what;
        parts.add(new StepPart(title, layer.layer(), formula, words, numbers));
    }

    private void add(String title, String formula, String words, String numbers) {
        parts.add(new StepPart(title, null, formula, words, numbers));
    }

    /** The products of two rows of numbers, the first of them written out. */
    private static String sum(double[] x, double[] weights, String end) {
        String terms = IntStream.range(0, Math.min(MOST_TERMS, x.length))
                .mapToObj(i -> number(x[i]) + " · " + number(weights[i]))
                .collect(Collectors.joining(" + "));
        return terms + (x.length > MOST_TERMS ? " + … (%d more)".formatted(x.length - MOST_TERMS) : "") + end;
    }

    /** The input whose weight to neuron 0 has the largest derivative: the best example. */
    private static int steepest(double[][] gradients) {
        int steepest = 0;
        for (int i = 1; i < gradients.length; i++) {
            if (Math.abs(gradients[i][0]) > Math.abs(gradients[steepest][0])) {
                steepest = i;
            }
        }
        return steepest;
    }

    /** The index of the weight from {@code input} to neuron 0. */
    private static String index(int input) {
        return String.valueOf(input)
                        .chars()
                        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                        .collect(Collectors.joining())
                + ",₀";
    }

    private static String signed(double change) {
        return change < 0 ? "− " + number(-change) : "+ " + number(change);
    }

    private static double[] column(double[][] matrix, int column) {
        double[] values = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            values[i] = matrix[i][column];
        }
        return values;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "no number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return Numbers.brief(value).replace('-', '−');
    }
}
