package dev.feedforward.nn;

import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.random.SplitMix64;

/** Draws which activations a training pass leaves out. */
public final class Dropout {

    private final Architecture architecture;
    private final SplitMix64 random;

    public Dropout(Architecture architecture, long seed, Workspace workspace) {
        this.architecture = architecture;
        random = SplitMix64.forPurpose(seed, "dropout");
        for (int l = 0; l < workspace.masks.length; l++) {
            if (architecture.layers().get(l).dropout() > 0.0) {
                workspace.masks[l] = new double[workspace.activations[l].length];
            }
        }
    }

    /** Passes the generator alone: masks are drawn anew for every pass. */
    public void transfer(StateTransfer through) {
        random.transfer(through);
    }

    /** Draws the masks of the next pass over {@code rows} rows. */
    public void draw(Workspace workspace, int rows) {
        for (int l = 0; l < workspace.masks.length; l++) {
            LayerSpec layer = architecture.layers().get(l);
            double[] mask = workspace.masks[l];
            if (mask.length > 0) {
                double scale = 1.0 / (1.0 - layer.dropout());
                for (int i = 0; i < rows * layer.neurons(); i++) {
                    mask[i] = random.nextDouble() < layer.dropout() ? 0.0 : scale;
                }
            }
        }
    }
}
