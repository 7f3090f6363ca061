package dev.feedforward.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.Optimizer;
import dev.feedforward.nn.training.Regularization;
import dev.feedforward.nn.training.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small training by PyTorch in float64.
 *
 * @param sizes inputs, then the neurons of each layer
 * @param batches the rows of each step
 * @param outputs of the trained network, for all rows
 */
public record TorchReference(
        int[] sizes,
        List<String> activations,
        boolean bias,
        String loss,
        Settings optimizer,
        double[][] inputs,
        double[][] targets,
        List<Layer> initial,
        @JsonProperty("final") List<Layer> last,
        int[][] batches,
        double[] lossBeforeStep,
        double[][] outputs) {

    /** What one layer has learned; {@code weights} are inputs × neurons. */
    public record Layer(double[][] weights, double[] biases) {}

    /** PyTorch's own names. */
    public record Settings(
            String name,
            double lr,
            double[] betas,
            Double eps,
            Double alpha,
            Double momentum,
            Boolean nesterov,
            @JsonProperty("weight_decay") Double weightDecay) {}

    public static TorchReference load(String name) {
        try (InputStream json = TorchReference.class.getResourceAsStream("/reference/torch/" + name + ".json")) {
            return JsonMapper.shared().readValue(json, TorchReference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all steps, one step's after the other's: batches in order are then PyTorch's. */
    public Samples training() {
        return new Samples(Matrix.of(inputs), Matrix.of(targets))
                .pick(Arrays.stream(batches).flatMapToInt(Arrays::stream).toArray());
    }

    public Architecture architecture() {
        return new Architecture(
                sizes[0],
                IntStream.range(1, sizes.length)
                        .mapToObj(l -> new LayerSpec(
                                sizes[l],
                                Activation.valueOf(activations.get(l - 1).toUpperCase(Locale.ROOT)),
                                bias))
                        .toList());
    }

    Parameters parameters(List<Layer> layers) {
        Parameters parameters = new Parameters(architecture());
        for (int l = 0; l < layers.size(); l++) {
            double[] weights = Matrix.of(layers.get(l).weights()).values();
            System.arraycopy(weights, 0, parameters.weights(l), 0, weights.length);
            if (bias) {
                System.arraycopy(layers.get(l).biases(), 0, parameters.biases(l), 0, parameters.biases(l).length);
            }
        }
        return parameters;
    }

    /** The same steps, over {@link #training()}. */
    TrainingPlan plan() {
        return new TrainingPlan(
                batches.length,
                batches[0].length,
                false,
                rule(),
                optimizer.lr(),
                LearningRateSchedule.CONSTANT,
                Loss.valueOf(loss.toUpperCase(Locale.ROOT)),
                regularization(),
                null,
                -1.0,
                1,
                1);
    }

    private Optimizer rule() {
        return switch (optimizer.name()) {
            case "sgd" ->
                optimizer.momentum() == null
                        ? new Optimizer.Sgd()
                        : new Optimizer.Momentum(optimizer.momentum(), Boolean.TRUE.equals(optimizer.nesterov()));
            case "adagrad" -> new Optimizer.Adagrad(optimizer.eps());
            case "rmsprop" -> new Optimizer.RmsProp(optimizer.alpha(), optimizer.eps());
            case "adam" -> new Optimizer.Adam(optimizer.betas()[0], optimizer.betas()[1], optimizer.eps(), 0.0);
            case "adamw" ->
                new Optimizer.Adam(
                        optimizer.betas()[0], optimizer.betas()[1], optimizer.eps(), optimizer.weightDecay());
            default -> throw new IllegalArgumentException(optimizer.name());
        };
    }

    private Regularization regularization() {
        boolean decoupled = optimizer.weightDecay() == null || optimizer.name().equals("adamw");
        double l2 = decoupled ? 0.0 : optimizer.weightDecay();
        return new Regularization(0.0, l2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
