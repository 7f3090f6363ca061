package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.training.history.CostHistory;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlateauTests {

    @Test
    void warnsWhereTheCostIsHighAndFlat() {
        CostHistory history = history(300, i -> 0.25 + Math.exp(-i / 20.0));

        assertThat(Plateau.hasLearned(history, figures(0.5))).isFalse();
        assertThat(Plateau.find(history, figures(0.5))).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("plateau");
            assertThat(warning.detail())
                    .isEqualTo("The cost stopped falling: it was 0.25 at iteration 2,000 and 0.25 at iteration 2,990,"
                            + " with 50 % of the training rows answered right.");
        });
        assertThat(Plateau.find(history, figures(null)))
                .hasValueSatisfying(warning -> assertThat(warning.detail()).endsWith(", of 1.25 at the start."));
    }

    @Test
    void warnsWhereTheCostJumpsUpAndDown() {
        CostHistory history = history(300, i -> 0.3 + 0.1 * (i % 2));

        assertThat(Plateau.find(history, figures(0.5))).isPresent();
    }

    @Test
    void allowsACostThatStillFallsOrALossThatDoes() {
        CostHistory falling = history(300, i -> 1 / Math.sqrt(1 + i));
        CostHistory flat = history(300, i -> 0.3);
        CostHistory lossFalls = new CostHistory(1, flat.iteration(), flat.cost(), falling.loss(), null, null);

        CostHistory costCreeps = new CostHistory(
                1, flat.iteration(), history(300, i -> 0.3 - 2e-6 * i).cost(), flat.loss(), null, null);

        assertThat(Plateau.find(costCreeps, figures(0.5))).isPresent();
        assertThat(Plateau.find(falling, figures(0.5))).isEmpty();
        assertThat(Plateau.find(lossFalls, figures(0.5))).isEmpty();
    }

    @Test
    void hasLearnedWhereAllRowsAreRightOrTheCostIsLow() {
        assertThat(Plateau.hasLearned(history(10, i -> 1.0), figures(1.0))).isTrue();
        assertThat(Plateau.hasLearned(history(10, i -> 1.0 / (1 + 10 * i)), figures(null)))
                .isTrue();
        assertThat(Plateau.hasLearned(history(10, i -> 1.0 / (1 + 10 * i)), figures(0.99)))
                .isFalse();
    }

    @Test
    void judgesNoShortHistory() {
        assertThat(Plateau.find(history(11, i -> 1.0), figures(0.5))).isEmpty();
        assertThat(Plateau.find(history(0, i -> 1.0), figures(null))).isEmpty();
    }

    private static CostHistory history(int points, IntToDoubleFunction cost) {
        double[] costs = IntStream.range(0, points).mapToDouble(cost).toArray();
        long[] iterations = IntStream.range(0, points).mapToLong(i -> 10L * i).toArray();
        return new CostHistory(1, iterations, costs, costs, null, null);
    }

    private static Figures figures(@Nullable Double accuracy) {
        return new Figures(0.3, 0.3, new Metrics(accuracy, null, null, null, null, null), null, null, 1.0);
    }
}
