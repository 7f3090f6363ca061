package dev.feedforward.training.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.json.name.PlainName;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Formula;
import dev.feedforward.nn.Loss;
import dev.feedforward.training.recipe.TrainingLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that a training request is made of, with what they mean and what is within bounds. */
@Schema(description = "The words that a training request is made of, with what they mean and what is within bounds.")
public record Vocabulary(
        @Schema(description = "What network.activation and network.outputActivation can be.")
        List<ActivationWord> activations,

        @Schema(description = "What training.loss can be.") List<LossWord> losses,

        @Schema(description = "What training.optimizer can be.")
        List<OptimizerWord> optimizers,

        @Schema(description = "What preset can be, with what it says of all that a request leaves out.")
        List<PresetWord> presets,

        @Schema(description = "What is within bounds.") Bounds bounds) {

    /** Rows of which all presets say the same. */
    private static final int MANY_ROWS = 1_000;

    /** All words, within these limits. */
    public static Vocabulary of(TrainingLimits limits) {
        return new Vocabulary(
                Stream.of(Activation.values()).map(ActivationWord::of).toList(),
                Stream.of(Loss.values()).map(LossWord::of).toList(),
                Stream.of(OptimizerSettings.Name.values())
                        .map(OptimizerWord::of)
                        .toList(),
                Stream.of(Preset.values()).map(PresetWord::of).toList(),
                new Bounds(PlainName.PATTERN, HiddenLayer.MOST_LAYERS, HiddenLayer.MOST_NEURONS, limits.parameters()));
    }

    /** An activation function. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActivationWord", description = "An activation function.")
    public record ActivationWord(
            @Schema(description = "As a request says it.", example = "sigmoid")
            Activation name,

            @Schema(description = "What makes activations of weighted sums.", example = "a = 1 / (1 + e⁻ᶻ)")
            String formula,

            @Schema(
                    description = "What it does, a sentence.",
                    example = "The sigmoid squeezes each sum to between 0 and 1.")
            String words,

            @Schema(description = "The least that an activation can come near to; left out where there is none.")
            @Nullable
            Double lowest,

            @Schema(description = "The most that an activation can come near to; left out where there is none.")
            @Nullable
            Double highest,

            @Schema(description = "Whether hidden layers can have it as well.")
            boolean hidden) {

        private static ActivationWord of(Activation activation) {
            Formula formula = activation.formula();
            return new ActivationWord(
                    activation,
                    formula.text(),
                    formula.words(),
                    finite(activation.range().lowest()),
                    finite(activation.range().highest()),
                    activation != Activation.SOFTMAX);
        }

        private static @Nullable Double finite(double limit) {
            return Double.isFinite(limit) ? (Double) limit : null;
        }
    }

    /** An objective. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LossWord", description = "An objective that gradient descent minimises.")
    public record LossWord(
            @Schema(description = "As a request says it.", example = "mean_squared_error")
            Loss name,

            @Schema(description = "What makes one number of all errors.", example = "loss = mean of error²")
            String formula,

            @Schema(
                    description = "What it does, a sentence.",
                    example = "The errors are squared, and their mean is taken.")
            String words,

            @Schema(description = "The output activation without which it is not defined; left out where any will do.")
            @Nullable
            Activation needs) {

        private static LossWord of(Loss loss) {
            return new LossWord(loss, loss.formula().text(), loss.formula().words(), loss.needs());
        }
    }

    /** An optimizer. */
    @Schema(name = "OptimizerWord", description = "How the weights are corrected.")
    public record OptimizerWord(
            @Schema(description = "As a request says it.", example = "momentum")
            OptimizerSettings.Name name,

            @Schema(description = "What makes a correction of derivatives.", example = "v ← μ · v + g,  w ← w − η · v")
            String formula,

            @Schema(
                    description = "What it does, a sentence.",
                    example = "Each weight rolls downhill: it keeps some of its speed v.")
            String words,

            @Schema(
                    description = "Its parameters, with what they are where they are left out.",
                    example = "{\"momentum\": 0.9}")
            Map<String, Double> parameters) {

        private static OptimizerWord of(OptimizerSettings.Name optimizer) {
            return new OptimizerWord(
                    optimizer,
                    optimizer.formula().text(),
                    optimizer.formula().words(),
                    OptimizerSettings.named(optimizer).withDefaults().parameters());
        }
    }

    /** A preset, and what it says of a request that says nothing else. Lists are for one output, and for several. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PresetWord", description = "Where a request gets what it leaves out.")
    public record PresetWord(
            @Schema(description = "As a request says it.", example = "classifier")
            Preset name,

            @Schema(description = "What it is for, a sentence.")
            String words,

            @Schema(description = "Neurons of each hidden layer.", example = "[64]")
            List<Integer> hidden,

            @Schema(description = "Of the hidden layers.") Activation activation,

            @Schema(
                    description = "For one output, and for several where that differs.",
                    example = "[\"sigmoid\", \"softmax\"]")
            List<Activation> outputActivation,

            @Schema(description = "Whether neurons learn a bias.")
            boolean bias,

            @Schema(description = "Factor of each correction.", example = "0.002")
            double learningRate,

            @Schema(description = "How the weights are corrected.")
            OptimizerSettings.Name optimizer,

            @Schema(
                    description = "For one output, and for several where that differs.",
                    example = "[\"binary_cross_entropy\", \"cross_entropy\"]")
            List<Loss> loss,

            @Schema(description = "Left out where it counts in epochs.") @Nullable
            Long iterations,

            @Schema(description = "Left out where it counts in iterations.", example = "200") @Nullable
            Integer epochs,

            @Schema(description = "Left out where it takes all rows at once.", example = "32") @Nullable
            Integer batchSize,

            @Schema(description = "Of all that is drawn.", example = "1")
            long seed,

            @Schema(description = "Whether each input is brought to mean 0 and deviation 1.")
            boolean standardizeInputs,

            @Schema(description = "Whether each answer is brought to mean 0 and deviation 1.")
            boolean standardizeAnswers) {

        private static PresetWord of(Preset preset) {
            TrainingSettings settings = settings(preset, 1);
            return new PresetWord(
                    preset,
                    preset.words,
                    preset.defaults.hidden().stream().map(HiddenLayer::neurons).toList(),
                    preset.defaults.activation(),
                    Stream.of(preset.outputActivation(1), preset.outputActivation(2))
                            .distinct()
                            .toList(),
                    preset.defaults.bias(),
                    settings.learningRate(),
                    settings.optimizer().name(),
                    Stream.of(settings, settings(preset, 2))
                            .map(TrainingSettings::loss)
                            .distinct()
                            .toList(),
                    preset.epochs() == null ? (Long) settings.iterations() : null,
                    preset.epochs(),
                    settings.batchSize(),
                    settings.seed(),
                    settings.standardizeInputs(),
                    settings.standardizeAnswers());
        }

        private static TrainingSettings settings(Preset preset, int outputs) {
            return new SettingsResolver(TrainingRequest.EMPTY, preset, MANY_ROWS, outputs, null).settings();
        }
    }

    /** What is within bounds. */
    @Schema(name = "Bounds", description = "What is within bounds.")
    public record Bounds(
            @Schema(
                    description = "What data sets and models may be called, as a regular expression.",
                    example = "^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$")
            String name,

            @Schema(description = "Hidden layers of a network.", example = "100")
            int hiddenLayers,

            @Schema(description = "Neurons of a hidden layer.", example = "1000000")
            int neurons,

            @Schema(description = "Weights and biases of a network.", example = "5000000")
            long parameters) {}
}
