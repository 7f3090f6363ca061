package dev.feedforward.model.settings;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.nn.training.Optimizer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which optimizer, and its parameters; those that are left out get PyTorch's defaults. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Optimizer", description = "How the weights are corrected: a name, or an object that says more.")
public record OptimizerSettings(
        @Schema(description = "Which optimizer.", example = "adam") @NotNull
        Name name,

        @Schema(description = "Of momentum and nesterov: 0.9 where it is left out.")
        @PositiveOrZero
        @DecimalMax("1")
        @Nullable
        Double momentum,

        @Schema(description = "Of rmsprop: 0.99 where it is left out.") @PositiveOrZero @DecimalMax("1") @Nullable
        Double alpha,

        @Schema(description = "Of adam and adamw: 0.9 where it is left out.")
        @PositiveOrZero
        @DecimalMax(value = "1", inclusive = false)
        @Nullable
        Double beta1,

        @Schema(description = "Of adam and adamw: 0.999 where it is left out.")
        @PositiveOrZero
        @DecimalMax(value = "1", inclusive = false)
        @Nullable
        Double beta2,

        @Schema(description = "Of adagrad (1e-10), rmsprop, adam and adamw (1e-8): against a division by 0.")
        @JsonAlias("eps")
        @Positive
        @Nullable
        Double epsilon,

        @Schema(description = "Of adamw: 0.01 where it is left out.") @PositiveOrZero @Nullable
        Double weightDecay) {

    /** The optimizers by name. */
    public enum Name {
        SGD(),
        MOMENTUM("momentum"),
        NESTEROV("momentum"),
        ADAGRAD("epsilon"),
        RMSPROP("alpha", "epsilon"),
        ADAM("beta1", "beta2", "epsilon"),
        ADAMW("beta1", "beta2", "epsilon", "weightDecay");

        private final Set<String> parameters;

        Name(String... parameters) {
            this.parameters = Set.of(parameters);
        }
    }

    /** Gradient descent. */
    public static final OptimizerSettings SGD = named(Name.SGD);

    /** An optimizer of which only the name is said. */
    public static OptimizerSettings named(Name name) {
        return new OptimizerSettings(name, null, null, null, null, null, null);
    }

    /** These settings with everything said that the optimizer knows. */
    public OptimizerSettings withDefaults() {
        return new OptimizerSettings(
                name,
                or("momentum", momentum, 0.9),
                or("alpha", alpha, 0.99),
                or("beta1", beta1, 0.9),
                or("beta2", beta2, 0.999),
                or("epsilon", epsilon, name == Name.ADAGRAD ? 1e-10 : 1e-8),
                or("weightDecay", weightDecay, 0.01));
    }

    private @Nullable Double or(String parameter, @Nullable Double given, double otherwise) {
        return given != null || !name.parameters.contains(parameter) ? given : (Double) otherwise;
    }

    /** The parameters that are said though the optimizer does not know them. */
    public List<String> unknownParameters() {
        Map<String, @Nullable Double> said = new LinkedHashMap<>();
        said.put("momentum", momentum);
        said.put("alpha", alpha);
        said.put("beta1", beta1);
        said.put("beta2", beta2);
        said.put("epsilon", epsilon);
        said.put("weightDecay", weightDecay);
        return said.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null && !name.parameters.contains(parameter.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The optimizer itself. */
    public Optimizer optimizer() {
        OptimizerSettings all = withDefaults();
        return switch (name) {
            case SGD -> new Optimizer.Sgd();
            case MOMENTUM -> new Optimizer.Momentum(said(all.momentum), false);
            case NESTEROV -> new Optimizer.Momentum(said(all.momentum), true);
            case ADAGRAD -> new Optimizer.Adagrad(said(all.epsilon));
            case RMSPROP -> new Optimizer.RmsProp(said(all.alpha), said(all.epsilon));
            case ADAM -> new Optimizer.Adam(said(all.beta1), said(all.beta2), said(all.epsilon), 0.0);
            case ADAMW ->
                new Optimizer.Adam(said(all.beta1), said(all.beta2), said(all.epsilon), said(all.weightDecay));
        };
    }

    private static double said(@Nullable Double parameter) {
        return Objects.requireNonNull(parameter);
    }
}
