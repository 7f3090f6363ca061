package dev.feedforward.plot.curve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.plot.PlotFormat;
import dev.feedforward.plot.Samples;
import org.junit.jupiter.api.Test;

class SparklineTests {

    @Test
    void drawsABlockAPointWhenThereAreFew() {
        Curves curves = Samples.of(
                8,
                new Curve("cost", "cost", new double[] {7, 6, 5, 4, 3, 2, 1, 0}, true),
                new Curve("loss", "loss", new double[8], false),
                new Curve("testCost", "test cost", new double[] {1, Double.NaN, 2, 2, 2, 2, 2, 0.005}, true));

        assertThat(text(curves)).isEqualTo("""
                Cost of course
                cost       █▇▆▅▄▃▂▁  first 7, last 0, min 0
                test cost  ▄ █████▁  first 1, last 0.005, min 0.005
                iteration 0 to 70
                """);
    }

    @Test
    void isSixtyColumnsWideAndShowsASpikeWhenThereAreMany() {
        double[] cost = new double[1_000];
        cost[340] = 5;

        String blocks = text(Samples.costs(cost)).lines().toList().get(1).split("  ")[1];

        assertThat(blocks).hasSize(60).containsOnlyOnce("█");
        assertThat(blocks.indexOf('█')).isEqualTo(340 * 60 / 1_000);
    }

    @Test
    void saysSoWhenThereAreNoPoints() {
        assertThat(text(Samples.costs())).isEqualTo("Cost of course\ncost  no points yet\n");
        assertThat(text(Samples.costs(Double.NaN))).contains("no points yet");
    }

    @Test
    void drawsTheLowestBlockWhenTheValueNeverChanges() {
        assertThat(text(Samples.costs(3, 3, 3))).contains("▁▁▁  first 3, last 3, min 3");
    }

    @Test
    void reachesFromLowestToHighestBlockWhenTheDifferenceOverflows() {
        assertThat(text(Samples.costs(-Double.MAX_VALUE, Double.MAX_VALUE))).contains("cost  ▁█  ");
    }

    private static String text(Curves curves) {
        return new String(PlotFormat.TXT.write(curves), UTF_8);
    }
}
