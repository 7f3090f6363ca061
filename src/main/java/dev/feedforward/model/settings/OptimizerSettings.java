package dev.feedforward.model.settings;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Formula;
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

        @Schema(description = "Of adadelta: 0.9 where it is left out.") @PositiveOrZero @DecimalMax("1") @Nullable
        Double rho,

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

        @Schema(
                description =
                        "Of adagrad (1e-10), adadelta (1e-6), rmsprop, adam and adamw (1e-8): against a division by 0.")
        @JsonAlias("eps")
        @Positive
        @Nullable
        Double epsilon,

        @Schema(description = "Of adamw: 0.01 where it is left out.") @PositiveOrZero @Nullable
        Double weightDecay) {

    /** The optimizers by name. */
    public enum Name {
        SGD(new Formula("w ← w − η · g", "Each weight goes against its derivative g, by the learning rate η."), 0.1) {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Sgd();
            }

            /** The course's where all neurons have limits. */
            @Override
            public double usualLearningRate(Architecture architecture) {
                boolean bounded = architecture.layers().stream()
                        .allMatch(layer -> layer.activation().range().isBounded());
                return bounded ? 1.0 : super.usualLearningRate(architecture);
            }
        },

        MOMENTUM(
                new Formula(
                        "v ← μ · v + g,  w ← w − η · v", "Each weight rolls downhill: it keeps some of its speed v."),
                0.1,
                "momentum") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Momentum(said(all.momentum), false);
            }
        },

        NESTEROV(
                new Formula(
                        "v ← μ · v + g,  w ← w − η · (g + μ · v)",
                        "Each weight keeps some of its speed v, and looks ahead to where that leads."),
                0.1,
                "momentum") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Momentum(said(all.momentum), true);
            }
        },

        ADAGRAD(
                new Formula(
                        "s ← s + g²,  w ← w − η · g / (√s + ε)",
                        "Weights whose derivatives g have been large take smaller steps."),
                0.05,
                "epsilon") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Adagrad(said(all.epsilon));
            }

            @Override
            double epsilon() {
                return 1e-10;
            }
        },

        RMSPROP(
                new Formula(
                        "s ← α · s + (1 − α) · g²,  w ← w − η · g / (√s + ε)",
                        "Weights whose derivatives g have been large of late take smaller steps."),
                0.01,
                "alpha",
                "epsilon") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.RmsProp(said(all.alpha), said(all.epsilon));
            }
        },

        ADADELTA(
                new Formula(
                        "w ← w − η · g · √(u + ε) / √(s + ε)",
                        "Each weight follows its derivative g, by its size √s of late, in steps of the size √u of late."),
                1.0,
                "rho",
                "epsilon") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Adadelta(said(all.rho), said(all.epsilon));
            }

            @Override
            double epsilon() {
                return 1e-6;
            }
        },

        ADAM(
                new Formula(
                        "w ← w − η · m̂ / (√v̂ + ε)",
                        "Each weight follows the mean m̂ of its last derivatives, in steps that their size √v̂ evens out."),
                0.01,
                "beta1",
                "beta2",
                "epsilon") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Adam(said(all.beta1), said(all.beta2), said(all.epsilon), 0.0);
            }
        },

        ADAMW(
                new Formula(
                        "w ← w − η · m̂ / (√v̂ + ε)",
                        "As Adam: the mean m̂ of the last derivatives, evened out by their size √v̂; and each weight is made"
                                + " a little smaller first."),
                0.01,
                "beta1",
                "beta2",
                "epsilon",
                "weightDecay") {
            @Override
            Optimizer optimizer(OptimizerSettings all) {
                return new Optimizer.Adam(said(all.beta1), said(all.beta2), said(all.epsilon), said(all.weightDecay));
            }
        };

        private final Formula formula;
        private final double usualLearningRate;
        private final Set<String> parameters;

        Name(Formula formula, double usualLearningRate, String... parameters) {
            this.formula = formula;
            this.usualLearningRate = usualLearningRate;
            this.parameters = Set.of(parameters);
        }

        /** What makes a correction of derivatives. */
        public Formula formula() {
            return formula;
        }

        /** The learning rate that networks of this kind are usually trained with: PyTorch's order of magnitude. */
        public double usualLearningRate(Architecture architecture) {
            return usualLearningRate;
        }

        /** @param all with every parameter that it has */
        abstract Optimizer optimizer(OptimizerSettings all);

        /** What {@code epsilon} is where it is left out. */
        double epsilon() {
            return 1e-8;
        }
    }

    /** Gradient descent. */
    public static final OptimizerSettings SGD = named(Name.SGD);

    /** An optimizer of which only the name is said. */
    public static OptimizerSettings named(Name name) {
        return new OptimizerSettings(name, null, null, null, null, null, null, null);
    }

    /** These settings with everything said that the optimizer knows. */
    public OptimizerSettings withDefaults() {
        return new OptimizerSettings(
                name,
                or("momentum", momentum, 0.9),
                or("alpha", alpha, 0.99),
                or("rho", rho, 0.9),
                or("beta1", beta1, 0.9),
                or("beta2", beta2, 0.999),
                or("epsilon", epsilon, name.epsilon()),
                or("weightDecay", weightDecay, 0.01));
    }

    private @Nullable Double or(String parameter, @Nullable Double given, double otherwise) {
        return given != null || !name.parameters.contains(parameter) ? given : (Double) otherwise;
    }

    /** The parameters that are said though the optimizer does not know them. */
    public List<String> unknownParameters() {
        return parameters().keySet().stream()
                .filter(parameter -> !name.parameters.contains(parameter))
                .toList();
    }

    /** The parameters that are said, by name. */
    public Map<String, Double> parameters() {
        Map<String, Double> said = new LinkedHashMap<>();
        put(said, "momentum", momentum);
        put(said, "alpha", alpha);
        put(said, "rho", rho);
        put(said, "beta1", beta1);
        put(said, "beta2", beta2);
        put(said, "epsilon", epsilon);
        put(said, "weightDecay", weightDecay);
        return said;
    }

    private static void put(Map<String, Double> said, String parameter, @Nullable Double value) {
        if (value != null) {
            said.put(parameter, value);
        }
    }

    /** The optimizer itself. */
    public Optimizer optimizer() {
        return name.optimizer(withDefaults());
    }

    private static double said(@Nullable Double parameter) {
        return Objects.requireNonNull(parameter);
    }
}
