package dev.feedforward.training.request;

import dev.feedforward.error.Faults;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.training.recipe.LayerWeights;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingLimits;
import java.util.List;
import java.util.Locale;

/** Checks the network of a request, by arithmetic alone: before anything of its size is allocated. */
final class NetworkCheck {

    private NetworkCheck() {}

    /** Whether network and rows stay within the limits. */
    static void checkSize(Recipe recipe, TrainingData data, TrainingLimits limits, Faults faults) {
        Architecture architecture = recipe.architecture();
        if (architecture.parameters() > limits.parameters()) {
            faults.add(
                    "#/network/hidden",
                    "this network has %d weights and biases, of at most %d: use fewer or smaller layers"
                            .formatted(architecture.parameters(), limits.parameters()));
        }
        Integer batchSize = recipe.settings().batchSize();
        int rows = data.rows();
        long together = batchSize == null ? rows : Math.min(batchSize, rows);
        long activations = together * architecture.neurons();
        if (activations > limits.activations()) {
            faults.add(
                    "#/inputs",
                    "%d rows through %d neurons are %d activations, of at most %d: use smaller batches or layers"
                            .formatted(together, architecture.neurons(), activations, limits.activations()));
        }
        RowSource testInputs = data.testInputs();
        long answered = Math.max(rows, testInputs == null ? 0 : testInputs.rows()) * (long) architecture.outputs();
        if (answered > limits.activations()) {
            faults.add(
                    "#/answers",
                    "%d rows of %d outputs are %d numbers, of at most %d: use fewer rows or classes"
                            .formatted(rows, architecture.outputs(), answered, limits.activations()));
        }
    }

    /** Whether the network stays within the limits if there is one input and one output. */
    static void checkLeastSize(TrainRequest request, TrainingLimits limits, Faults faults) {
        long parameters = request.architecture(1, 1).parameters();
        if (parameters > limits.parameters()) {
            faults.add(
                    "#/network/hidden",
                    "this network has %d weights and biases or more, of at most %d: use fewer or smaller layers"
                            .formatted(parameters, limits.parameters()));
        }
    }

    /** Whether the activations are where they make sense, and the loss is defined for the output's. */
    static void checkActivations(Recipe recipe, Faults faults) {
        Architecture architecture = recipe.architecture();
        List<LayerSpec> layers = architecture.layers();
        for (int l = 0; l < layers.size() - 1; l++) {
            if (layers.get(l).activation() == Activation.SOFTMAX) {
                faults.add("#/network/activation", "softmax is for the output layer: choose another for hidden layers");
                break;
            }
        }
        if (architecture.outputActivation() == Activation.SOFTMAX && architecture.outputs() == 1) {
            faults.add(
                    "#/network/outputActivation",
                    "softmax over one output is always 1: use sigmoid, or an output a class");
        }
        Loss loss = recipe.settings().loss();
        if (loss.needs() != null && loss.needs() != architecture.outputActivation()) {
            faults.add(
                    "#/training/loss",
                    "%s goes with the outputActivation %s, not with %s"
                            .formatted(name(loss), name(loss.needs()), name(architecture.outputActivation())));
        }
    }

    /** Whether the first weights have the network's shape. */
    static void checkInitialWeights(Recipe recipe, Faults faults) {
        List<LayerWeights> given = recipe.initialWeights();
        Architecture architecture = recipe.architecture();
        int layers = architecture.layers().size();
        if (given == null || recipe.from() != null) {
            return;
        }
        if (given.size() != layers) {
            faults.add(
                    "#/network/initialWeights",
                    "%d layers of weights for a network of %d, the output layer included"
                            .formatted(given.size(), layers));
            return;
        }
        for (int l = 0; l < layers; l++) {
            LayerSpec layer = architecture.layers().get(l);
            String at = "#/network/initialWeights/" + l;
            Matrix weights = given.get(l).weights().matrix();
            double[] biases = given.get(l).biases();
            if (weights.rows() != architecture.fanIn(l) || weights.columns() != layer.neurons()) {
                faults.add(
                        at + "/weights",
                        "%d × %d weights for %d inputs × %d neurons"
                                .formatted(weights.rows(), weights.columns(), architecture.fanIn(l), layer.neurons()));
            }
            int expected = layer.bias() ? layer.neurons() : 0;
            int found = biases == null ? 0 : biases.length;
            if (biases == null ? layer.bias() : found != expected) {
                faults.add(at + "/biases", "%d biases, the layer has %d".formatted(found, expected));
            }
        }
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
