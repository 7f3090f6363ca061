package dev.feedforward.model.store;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trained network, under a name and a version; or one as it is or was in its training. It never changes.
 *
 * @param id ascending in the order of training; 0 for a network as it is or was in its training
 * @param seenRows the rows that it was trained on
 * @param failed whether the job that trained it failed
 * @param moment the moment of its training that it is of; null for a trained one
 */
public record Model(
        long id,
        ModelRef ref,
        Instant createdAt,
        Definition definition,
        Network network,
        SeenRows seenRows,
        boolean failed,
        @Nullable Moment moment) {

    /** Corrections of the weights that were made before the moment that it is of; null for a trained network. */
    public @Nullable Long iteration() {
        return moment == null ? null : (Long) moment.iteration();
    }

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

    /** Evaluates it over rows whose answers are known. */
    public ModelEvaluator evaluator() {
        return new ModelEvaluator(
                network, definition.encoding(), definition.training().loss(), definition.meaning());
    }

    /**
     * The answer that a row of its outputs is; null where several outputs answer, each for itself.
     *
     * @param outputs in the units of the answers that it was trained on
     */
    public @Nullable Object answer(double... outputs) {
        return definition.meaning().answer(definition.encoding().classes(), outputs);
    }
}
