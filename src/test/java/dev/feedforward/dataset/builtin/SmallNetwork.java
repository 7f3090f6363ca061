package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network that has learned a data set by mini-batches of 32 with Adam. */
record SmallNetwork(Network network, @Nullable Classes classes) {

    static SmallNetwork trainedOn(AnsweredRows rows, int iterations, Activation activation, int... hidden) {
        Classes classes = rows.answers().classes();
        Samples samples = new Samples(rows.inputs(), rows.answers().encode(classes));
        List<LayerSpec> layers = new ArrayList<>();
        for (int neurons : hidden) {
            layers.add(new LayerSpec(neurons, activation, true));
        }
        Activation output = classes == null ? Activation.SIGMOID : Activation.SOFTMAX;
        layers.add(new LayerSpec(samples.answers().columns(), output, true));
        Network network =
                Network.initialized(new Architecture(rows.inputs().columns(), layers), Initializer.GLOROT_UNIFORM, 1);
        Loss loss = classes == null ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
        new Trainer(network, TrainingRows.of(samples), plan(iterations, loss)).train(new Unwatched());
        return new SmallNetwork(network, classes);
    }

    private static TrainingPlan plan(int iterations, Loss loss) {
        return new TrainingPlan(
                iterations,
                32,
                true,
                new Optimizer.Adam(0.9, 0.999, 1e-8, 0.0),
                0.01,
                LearningRateSchedule.CONSTANT,
                loss,
                Regularization.NONE,
                null,
                -1.0,
                1,
                iterations);
    }

    private static final class Unwatched implements TrainingListener {

        @Override
        public boolean continueAt(long iteration) {
            return true;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {}
    }

    /** The share of {@code rows} that the network is right on. */
    double accuracy(AnsweredRows rows) {
        Matrix outputs = network.outputs(rows.inputs());
        Matrix answers = rows.answers().encode(classes);
        int right = 0;
        for (int i = 0; i < outputs.rows(); i++) {
            boolean agrees = classes == null
                    ? outputs.row(i)[0] >= 0.5 == answers.row(i)[0] >= 0.5
                    : Classes.largest(outputs.row(i)) == Classes.largest(answers.row(i));
            right += agrees ? 1 : 0;
        }
        return (double) right / outputs.rows();
    }
}
