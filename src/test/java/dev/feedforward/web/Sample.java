package dev.feedforward.web;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A body with something of everything. */
public record Sample(
        @Nullable String name,
        @Nullable @Valid Settings training,
        double @Nullable [][] rows,
        @Nullable List<@Valid Layer> layers,
        @Nullable Flavour flavour,
        @Nullable Range range) {

    enum Flavour {
        PLAIN,
        DEEP_BLUE
    }

    record Settings(
            @Nullable @Positive Double learningRate,
            @Nullable @Max(1000) Integer iterations,
            @Nullable Integer epochs,
            @Nullable Long seed,
            @Nullable Boolean shuffle) {}

    record Layer(int neurons, @Max(1) double dropout) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from is " + from + ", beyond to, which is " + to);
            }
        }
    }

    /** Forbids what the contract forbids across fields. */
    @TestComponent
    static class OneLength implements BodyCheck<Sample> {
        @Override
        public void check(Sample body, Faults faults) {
            Settings training = body.training();
            if (training != null && training.iterations() != null && training.epochs() != null) {
                faults.add("#/training/epochs", "give iterations or epochs, not both");
            }
        }
    }
}
