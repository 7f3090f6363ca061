package dev.feedforward.model;

import dev.feedforward.dataset.Encoding;
import dev.feedforward.nn.Matrix;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.RowSource;
import java.time.Instant;

/**
 * A trained network, under a name and a version. It never changes.
 *
 * @param id ascending in the order of training
 * @param seenRows the rows that it was trained on
 */
public record Model(
        long id, ModelRef ref, Instant createdAt, Definition definition, Network network, SeenRows seenRows) {

    /** The numbers that it takes for a row. */
    public int inputs() {
        return network.architecture().inputs();
    }

    /**
     * What it answers, in the units of the answers that it was trained on.
     *
     * @param rows rows × inputs, as they are given
     * @return rows × outputs
     */
    public Matrix outputs(RowSource rows) {
        Encoding encoding = definition.encoding();
        return encoding.decodeOutputs(network.outputs(encoding.encodeInputs(rows)));
    }
}
