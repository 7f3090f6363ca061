package dev.feedforward.model.metrics;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;

/**
 * Evaluates a trained network over rows whose answers are known.
 *
 * @param encoding how the rows were encoded for the training
 * @param loss the objective of the training
 * @param meaning of the outputs
 */
public record ModelEvaluator(Network network, Encoding encoding, Loss loss, OutputMeaning meaning) {

    /**
     * What the network answers to rows, and how good that is.
     *
     * @param outputs rows × outputs, in the answers' own units
     * @param cost the mean absolute error, in the answers' own units
     * @param loss the objective, as the training saw it: of standardised answers where they were
     */
    public record Measured(Matrix outputs, double cost, double loss, Metrics metrics) {}

    /**
     * What the network answers, in the answers' own units.
     *
     * @param inputs encoded as in the training
     * @return rows × outputs
     */
    Matrix outputs(RowSource inputs) {
        return encoding.decodeOutputs(network.outputs(inputs));
    }

    /** Asks the network {@code samples}, encoded as in the training. */
    public Measured measure(Samples samples) {
        Evaluation evaluation = network.evaluate(
                samples, loss, encoding.outputUnits(network.architecture().outputs()));
        Matrix outputs = encoding.decodeOutputs(evaluation.outputs());
        Matrix answers = encoding.decodeOutputs(samples.answers());
        Metrics metrics = Metrics.of(meaning, encoding.classes(), outputs, answers);
        return new Measured(outputs, evaluation.cost(), evaluation.loss(), metrics);
    }
}
