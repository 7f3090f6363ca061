package dev.feedforward.training.diagnosis;

import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Slope;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the neurons of one hidden layer answer to the training rows. */
final class LayerActivity {

    /** Multiplications that one look at a network may take: about a tenth of a second. */
    private static final long MOST_WORK = 100_000_000;

    /** Rows fed forward at a time, so that memory does not grow with the rows. */
    private static final int BLOCK = 256;

    /** So near to its limit a sigmoid passes on less than a thousandth of the correction, tanh two. */
    private static final double NEAR = 1e-3;

    private static final double MOST_SATURATED = 0.9;

    private final LayerSpec spec;
    private final int number;
    private final Network layer;
    private final boolean[] active;
    private final int allRows;
    private int rows;
    private long saturated;

    private LayerActivity(Network network, int number, int allRows) {
        this.number = number;
        this.allRows = allRows;
        spec = network.architecture().layers().get(number - 1);
        layer = single(network, number - 1);
        active = new boolean[spec.neurons()];
    }

    /**
     * Feeds rows forward and watches every hidden layer: all rows, or evenly chosen ones where these are too many.
     *
     * @param inputs rows × inputs, as the network was trained on them
     */
    static List<LayerActivity> of(Network network, RowSource inputs) {
        Architecture architecture = network.architecture();
        List<LayerActivity> layers = IntStream.range(1, architecture.layers().size())
                .mapToObj(number -> new LayerActivity(network, number, inputs.rows()))
                .toList();
        int looked = (int) Math.max(1, Math.min(inputs.rows(), MOST_WORK / architecture.parameters()));
        for (int from = 0; from < looked && !layers.isEmpty(); from += BLOCK) {
            RowSource x = inputs.pick(EvenSample.of(from, Math.min(from + BLOCK, looked), looked, inputs.rows()));
            for (LayerActivity layer : layers) {
                Matrix activations = layer.layer.outputs(x);
                layer.watch(activations);
                x = activations;
            }
        }
        return layers;
    }

    /** One layer as a network of its own, since a network shows what its last layer answers. */
    private static Network single(Network network, int l) {
        Architecture architecture = network.architecture();
        Architecture single = new Architecture(
                architecture.fanIn(l), List.of(architecture.layers().get(l)));
        Parameters parameters = new Parameters(single);
        System.arraycopy(network.parameters().weights(l), 0, parameters.weights(0), 0, parameters.weights(0).length);
        System.arraycopy(network.parameters().biases(l), 0, parameters.biases(0), 0, parameters.biases(0).length);
        return new Network(single, parameters);
    }

    private void watch(Matrix activations) {
        rows += activations.rows();
        double[] values = activations.values();
        if (spec.activation().slope() == Slope.FLAT_BELOW_0) {
            for (int i = 0, j = 0; i < values.length; i++) {
                active[j] |= values[i] > 0.0;
                j = j + 1 == active.length ? 0 : j + 1;
            }
        } else if (spec.activation().slope() == Slope.RISING
                && spec.activation().range().isBounded()) {
            double low = spec.activation().range().lowest() + NEAR;
            double high = spec.activation().range().highest() - NEAR;
            for (double value : values) {
                saturated += value > high || value < low ? 1 : 0;
            }
        }
    }

    /**
     * Warns if neurons that are flat below 0 are 0 whatever the row.
     *
     * @param learned whether the network has learned all the same, so that fewer than half of them are no matter
     */
    Optional<Warning> deadNeurons(boolean learned) {
        int dead = 0;
        for (boolean neuron : active) {
            dead += neuron ? 0 : 1;
        }
        if (spec.activation().slope() != Slope.FLAT_BELOW_0 || dead == 0 || (learned && 2 * dead < active.length)) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "dead_relu",
                ("%,d of the %,d neurons of hidden layer %d (counted from 1) %s 0 to %s: nothing comes of them, and"
                                + " gradient descent no longer changes their weights.")
                        .formatted(dead, active.length, number, dead == 1 ? "answers" : "answer", rowsLookedAt()),
                "Train with a lower learning rate, with another seed, or with the activation leaky_relu or elu, which"
                        + " never go quite silent."));
    }

    /** Warns if nearly all activations of neurons that have limits are at these. */
    Optional<Warning> saturation() {
        double share = (double) saturated / ((double) rows * spec.neurons());
        if (!(share > MOST_SATURATED)) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "saturated",
                ("%s %% of the activations of hidden layer %d (counted from 1) over %s are within %s of the limits of"
                                + " %s: there its slope is nearly 0, so that hardly any correction passes.")
                        .formatted(
                                Wording.number(100 * share),
                                number,
                                rowsLookedAt(),
                                NEAR,
                                Wording.name(spec.activation())),
                "Scale the inputs to about -1 to 1, lower the learning rate, or use the activation relu."));
    }

    private String rowsLookedAt() {
        return rows == allRows
                ? "all %,d training rows".formatted(rows)
                : "%,d evenly chosen of the %,d training rows".formatted(rows, allRows);
    }
}
