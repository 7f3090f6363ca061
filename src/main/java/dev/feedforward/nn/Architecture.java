package dev.feedforward.nn;

import dev.feedforward.nn.checkpoint.StateTransfer;
import java.util.List;

/**
 * What a network is, before it has learned anything: a dense feed-forward network.
 *
 * @param inputs numbers in a row of inputs, at least 1
 * @param layers the hidden layers in order, then the output layer; at least one
 */
public record Architecture(int inputs, List<LayerSpec> layers) {

    /** @throws IllegalArgumentException if there is no input or no layer */
    public Architecture {
        layers = List.copyOf(layers);
        if (inputs < 1 || layers.isEmpty()) {
            throw new IllegalArgumentException("%d inputs, %d layers".formatted(inputs, layers.size()));
        }
    }

    /** Numbers that the network answers for a row. */
    public int outputs() {
        return layers.get(layers.size() - 1).neurons();
    }

    /** The activation function of the output layer. */
    public Activation outputActivation() {
        return layers.get(layers.size() - 1).activation();
    }

    /** Numbers that layer {@code layer} is given: the inputs, or the neurons of the layer before. */
    public int fanIn(int layer) {
        return layer == 0 ? inputs : layers.get(layer - 1).neurons();
    }

    /** Neurons in all layers together. */
    public long neurons() {
        return layers.stream().mapToLong(LayerSpec::neurons).sum();
    }

    /** @throws IllegalArgumentException if another architecture is read */
    public void compare(StateTransfer with) {
        with.same("inputs", inputs);
        with.same("layers", layers.size());
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).compare(with, " of layer " + l);
        }
    }

    /** Weights and biases in all layers together: what is learned. */
    public long parameters() {
        long count = 0;
        for (int l = 0; l < layers.size(); l++) {
            LayerSpec layer = layers.get(l);
            count += (long) layer.neurons() * (fanIn(l) + (layer.bias() ? 1L : 0L));
        }
        return count;
    }

    /** The same, leaving nothing out in training passes. */
    public Architecture withoutDropout() {
        return new Architecture(
                inputs,
                layers.stream()
                        .map(layer -> new LayerSpec(layer.neurons(), layer.activation(), layer.bias()))
                        .toList());
    }
}
