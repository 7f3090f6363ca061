package dev.feedforward.nn;

/**
 * One layer of neurons, each connected to all of the layer before.
 *
 * @param neurons at least 1
 * @param bias whether each neuron adds a learned constant to its weighted sum
 */
public record LayerSpec(int neurons, Activation activation, boolean bias) {

    /** @throws IllegalArgumentException if there is no neuron */
    public LayerSpec {
        if (neurons < 1) {
            throw new IllegalArgumentException("a layer of %d neurons".formatted(neurons));
        }
    }
}
