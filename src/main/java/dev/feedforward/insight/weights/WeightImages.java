package dev.feedforward.insight.weights;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.sheet.ImageSheet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the neurons of the first layer look for in a picture: their weights, as pictures. */
@Schema(description = "The weights of the first layer's neurons, as pictures of the inputs' size.")
record WeightImages(
        ModelRef model,

        @Schema(description = "Pixels of a line.", example = "16")
        int width,

        @Schema(description = "Lines.", example = "16") int height,

        @Schema(description = "The neurons, in order.") List<NeuronImage> items)
        implements Plottable {

    /** The weights of a neuron, line by line. */
    @Schema(description = "The weights of a neuron, as a picture.")
    record NeuronImage(
            @Schema(description = "The neuron, counted from 0.", example = "0")
            int neuron,

            @Schema(description = "Its weights, line by line.")
            double[] weights,

            @Schema(description = "The least of them.", example = "-0.4")
            double min,

            @Schema(description = "The greatest of them.", example = "0.5")
            double max) {}

    static WeightImages of(Model model) {
        ImageSize size = ImageSize.ofSquare(model.inputs());
        if (size == null) {
            throw new ServiceException(
                    ProblemType.WRONG_INPUT_SIZE,
                    "The %d inputs of %s are no picture; those of 16×16 and 28×28 are."
                            .formatted(model.inputs(), model.ref()),
                    "Train one on pictures, as in {\"dataset\": \"digits\", \"preset\": \"classifier\"}.");
        }
        int neurons = model.network().architecture().layers().get(0).neurons();
        Size.check(model, (long) neurons * model.inputs());
        double[] weights = model.network().parameters().weights(0);
        return new WeightImages(
                model.ref(),
                size.width(),
                size.height(),
                IntStream.range(0, neurons)
                        .mapToObj(neuron -> image(
                                neuron,
                                IntStream.range(0, model.inputs())
                                        .mapToDouble(input -> weights[input * neurons + neuron])
                                        .toArray()))
                        .toList());
    }

    private static NeuronImage image(int neuron, double[] weights) {
        return new NeuronImage(
                neuron,
                weights,
                Arrays.stream(weights).min().orElseThrow(),
                Arrays.stream(weights).max().orElseThrow());
    }

    @Override
    public String fileName() {
        return model.fileName("weight-images");
    }

    @Override
    @JsonIgnore
    public ImageSheet plot() {
        return new ImageSheet(
                "weights",
                "What the first layer of %s looks for".formatted(model),
                width,
                height,
                true,
                items.stream()
                        .map(item -> new ImageSheet.Image("neuron " + item.neuron(), item.weights()))
                        .toList());
    }
}
