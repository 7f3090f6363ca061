package dev.feedforward.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void writesFullPrecisionAndEveryColumnWhenSomeAreNotDrawn() {
        Curves curves = Samples.of(
                3,
                new Curve("cost", "cost", new double[] {0.1 + 0.2, 1, 1e-7}, true),
                new Curve("loss", "loss", new double[] {4.9e-324, -2, 1e300}, false));

        assertThat(csv(curves)).isEqualTo("""
                iteration,cost,loss
                0,0.30000000000000004,4.9E-324
                10,1,-2
                20,1.0E-7,1.0E300
                """);
    }

    @Test
    void leavesTheCellEmptyWhenThereIsNoValue() {
        assertThat(csv(Samples.costs(Double.NaN, Double.POSITIVE_INFINITY, 0.5)))
                .isEqualTo("iteration,cost\n0,\n10,\n20,0.5\n");
    }

    @Test
    void writesTheHeaderAloneWhenThereAreNoPoints() {
        assertThat(csv(Samples.costs())).isEqualTo("iteration,cost\n");
    }

    @Test
    void quotesANameWhenItHoldsASeparator() {
        Curves curves = Samples.of(0, new Curve("a,\"b\"", "b", new double[0], true));

        assertThat(csv(curves)).isEqualTo("iteration,\"a,\"\"b\"\"\"\n");
    }

    private static String csv(Curves curves) {
        return new String(PlotFormat.CSV.write(curves), UTF_8);
    }
}
