package dev.feedforward.training.request;

import dev.feedforward.json.name.PlainName;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a URL may say about a training on the file in its body; everything else is the preset's. */
public record FileTraining(
        @Parameter(
                in = ParameterIn.QUERY,
                description = "The name of the data set and of the model: default where it is left out.")
        @Pattern(regexp = PlainName.PATTERN, message = PlainName.MESSAGE)
        @Nullable
        String name,

        @Parameter(
                in = ParameterIn.QUERY,
                description = "Where the defaults come from: course, classifier or regressor.",
                example = "classifier")
        @Nullable
        Preset preset,

        @Parameter(in = ParameterIn.QUERY, description = "Neurons of each hidden layer, with commas between them.")
        @Nullable
        List<@NotNull(message = "must be a number of neurons") @Min(1) @Max(1_000_000) Integer> hidden,

        @Parameter(in = ParameterIn.QUERY, description = "Passes over the training rows.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Long epochs) {

    public String nameOrDefault() {
        return name != null ? name : TrainRequest.DEFAULT_NAME;
    }

    /** A request to train on the data set. */
    public TrainRequest request() {
        NetworkRequest network = hidden == null
                ? null
                : NetworkRequest.ofHidden(hidden.stream()
                        .map(neurons -> new HiddenLayer(neurons, null, null, null))
                        .toList());
        return new TrainRequest(
                nameOrDefault(),
                preset,
                null,
                null,
                null,
                null,
                DatasetRequest.named(nameOrDefault()),
                null,
                network,
                epochs == null ? null : TrainingRequest.ofEpochs(epochs),
                null);
    }
}
