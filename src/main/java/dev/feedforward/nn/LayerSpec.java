package dev.feedforward.nn;

import dev.feedforward.nn.checkpoint.StateTransfer;

/**
 * One layer of neurons, each connected to all of the layer before.
 *
 * @param neurons at least 1
 * @param bias whether each neuron adds a learned constant to its weighted sum
 * @param dropout the share of its activations that each training pass leaves out, from 0 to less than 1; the others are
 *     scaled up by {@code 1 / (1 - dropout)} (Srivastava et al., "Dropout", JMLR 15, 2014, in its inverted form)
 */
public record LayerSpec(int neurons, Activation activation, boolean bias, double dropout) {

    /** @throws IllegalArgumentException if there is no neuron or nothing is kept */
    public LayerSpec {
        if (neurons < 1 || !(dropout >= 0.0 && dropout < 1.0)) {
            throw new IllegalArgumentException("a layer of %d neurons with dropout %s".formatted(neurons, dropout));
        }
    }

    /** A layer that leaves nothing out. */
    public LayerSpec(int neurons, Activation activation, boolean bias) {
        this(neurons, activation, bias, 0.0);
    }

    /** @throws IllegalArgumentException if another layer is read */
    void compare(StateTransfer with, String ofWhich) {
        with.same("neurons" + ofWhich, neurons);
        with.same("activation" + ofWhich, activation.name());
        with.same("bias" + ofWhich, Boolean.toString(bias));
        with.same("dropout" + ofWhich, Double.toHexString(dropout));
    }
}
