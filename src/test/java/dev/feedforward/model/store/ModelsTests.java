package dev.feedforward.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.data.Matrix;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelsTests {

    /** Two weights and a bias. */
    private static final Architecture SMALL = new Architecture(2, List.of(new LayerSpec(1, Activation.SIGMOID, true)));

    @Test
    void weighsTheRowsThatASmallModelHasSeen() {
        double[] inputs = IntStream.range(0, 200_000).asDoubleStream().toArray();
        SeenRows seen = SeenRows.of(new Matrix(100_000, 2, inputs));

        assertThat(Models.weight(model(seen, null))).isEqualTo(3 + 100_000);
    }

    @Test
    void weighsTheAnswersToTestRows() {
        SeenRows seen = SeenRows.of(new Matrix(1, 2, new double[] {0, 1}));
        Figures.Test test = new Figures.Test(new double[][] {{0.1}, {0.2}}, 0.1, Metrics.NONE);

        assertThat(Models.weight(model(seen, test))).isEqualTo(3 + 1 + 2);
    }

    private static Model model(SeenRows seen, Figures.@Nullable Test test) {
        Definition definition = new Definition(
                SMALL,
                new Encoding(null, null, null),
                null,
                new Figures(0.1, 0.2, Metrics.NONE, test, null, 0.3),
                new Provenance("d", "w", 1, "17", "0.1.0", null),
                null);
        return new Model(
                1,
                new ModelRef("small", 1),
                Instant.EPOCH,
                definition,
                new Network(SMALL, new Parameters(SMALL)),
                seen,
                false,
                null);
    }
}
