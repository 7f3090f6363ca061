package dev.feedforward.model.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.nn.training.LearningRateSchedule;
import dev.feedforward.nn.training.LearningRateSchedule.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the learning rate changes over the iterations. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "LearningRateSchedule",
        description = "How the learning rate changes over the iterations: a name, or an object that says more.")
public record ScheduleSettings(
        @Schema(description = "Which schedule.", example = "cosine") @NotNull
        Name name,

        @Schema(
                description =
                        "Factor of each step (default 0.1), or of each iteration for exponential (default 0.999).")
        @Positive
        @DecimalMax("1")
        @Nullable
        Double gamma,

        @Schema(description = "Iterations from one step to the next, of step: 1000 where it is left out.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Long stepSize,

        @Schema(description = "Share of the learning rate that is left at the end, of cosine: 0 where it is left out.")
        @PositiveOrZero
        @DecimalMax("1")
        @Nullable
        Double minimum,

        @Schema(
                description =
                        "Iterations over which the rate grows from 0 at the start, before any schedule: 0, or 100 for"
                                + " warm_up.")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        Long warmUp) {

    /** The schedules by name. */
    public enum Name {
        CONSTANT(),
        STEP("gamma", "stepSize"),
        EXPONENTIAL("gamma"),
        COSINE("minimum"),
        WARM_UP();

        private final Set<String> parameters;

        Name(String... parameters) {
            this.parameters = Set.of(parameters);
        }
    }

    /** A rate that stays. */
    public static final ScheduleSettings CONSTANT = named(Name.CONSTANT);

    /** A schedule of which only the name is said. */
    public static ScheduleSettings named(Name name) {
        return new ScheduleSettings(name, null, null, null, null);
    }

    /** The parameters that are said though the schedule does not know them. */
    public List<String> unknownParameters() {
        Map<String, @Nullable Number> said = new LinkedHashMap<>();
        said.put("gamma", gamma);
        said.put("stepSize", stepSize);
        said.put("minimum", minimum);
        return said.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null && !name.parameters.contains(parameter.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The schedule itself. */
    public LearningRateSchedule schedule() {
        Kind kind = name == Name.WARM_UP ? Kind.CONSTANT : Kind.valueOf(name.name());
        double defaultGamma = kind == Kind.EXPONENTIAL ? 0.999 : 0.1;
        long defaultWarmUp = name == Name.WARM_UP ? 100 : 0;
        return new LearningRateSchedule(
                kind,
                gamma != null ? gamma : defaultGamma,
                stepSize != null ? stepSize : 1_000,
                minimum != null ? minimum : 0.0,
                warmUp != null ? warmUp : defaultWarmUp);
    }
}
