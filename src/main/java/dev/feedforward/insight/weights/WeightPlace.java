package dev.feedforward.insight.weights;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Where a weight is.
 *
 * @param layer counted from 0, the output layer last
 * @param from the input of the layer, counted from 0; or "bias"
 * @param to the neuron, counted from 0
 * @param neurons of the layer
 */
@Schema(description = "Where a weight is.")
public record WeightPlace(
        @Schema(description = "Its layer, counted from 0.", example = "0")
        int layer,

        @Schema(
                description = "The input of the layer that it leads from, counted from 0; or bias.",
                example = "1",
                oneOf = {Integer.class, String.class})
        Object from,

        @Schema(description = "The neuron of the layer that it leads to, counted from 0.", example = "2")
        int to,

        @JsonIgnore int neurons) {

    static final String BIAS = "bias";

    /**
     * A weight of {@code model}.
     *
     * @throws ServiceException if it has no such weight
     */
    public static WeightPlace of(Model model, int layer, String from, int to) {
        Architecture architecture = model.network().architecture();
        if (layer < 0 || layer >= architecture.layers().size()) {
            throw none(
                    "layer=%d".formatted(layer),
                    model,
                    "layers 0 to %d".formatted(architecture.layers().size() - 1));
        }
        int neurons = architecture.layers().get(layer).neurons();
        if (to < 0 || to >= neurons) {
            throw none("to=%d".formatted(to), model, "neurons 0 to %d in layer %d".formatted(neurons - 1, layer));
        }
        if (from.equals(BIAS)) {
            if (!architecture.layers().get(layer).bias()) {
                throw none("from=bias", model, "no biases in layer %d".formatted(layer));
            }
            return new WeightPlace(layer, BIAS, to, neurons);
        }
        int fanIn = architecture.fanIn(layer);
        if (!from.matches("[0-9]{1,9}") || Integer.parseInt(from) >= fanIn) {
            throw none("from=" + from, model, "inputs 0 to %d into layer %d, or bias".formatted(fanIn - 1, layer));
        }
        return new WeightPlace(layer, Integer.parseInt(from), to, neurons);
    }

    /** The weight or bias at {@code index} of all, layer by layer, weights before biases. */
    public static WeightPlace of(Architecture architecture, int index) {
        int rest = index;
        for (int layer = 0; ; layer++) {
            int neurons = architecture.layers().get(layer).neurons();
            int weights = architecture.fanIn(layer) * neurons;
            if (rest < weights) {
                return new WeightPlace(layer, rest / neurons, rest % neurons, neurons);
            }
            rest -= weights;
            int biases = architecture.layers().get(layer).bias() ? neurons : 0;
            if (rest < biases) {
                return new WeightPlace(layer, BIAS, rest, neurons);
            }
            rest -= biases;
        }
    }

    private static ServiceException none(String said, Model model, String there) {
        return new ServiceException(
                ProblemType.INVALID_PARAMETER,
                "%s is no part of %s, which has %s.".formatted(said, model.ref(), there),
                model.iteration() == null
                        ? "Count from 0. All of them: curl '{service}/weights?model=%s&version=%d'"
                                .formatted(model.ref().name(), model.ref().version())
                        : "Count from 0. All of them, of the same network: curl {service}/weights");
    }

    public double get(Parameters parameters) {
        return array(parameters)[index()];
    }

    public void set(Parameters parameters, double value) {
        array(parameters)[index()] = value;
    }

    private double[] array(Parameters parameters) {
        return isBias() ? parameters.biases(layer) : parameters.weights(layer);
    }

    private int index() {
        return isBias() ? to : (Integer) from * neurons + to;
    }

    boolean isBias() {
        return BIAS.equals(from);
    }

    /** As people say it. */
    public String label() {
        return isBias()
                ? "bias of neuron %d of layer %d".formatted(to, layer)
                : "weight %s to %d of layer %d".formatted(from, to, layer);
    }
}
