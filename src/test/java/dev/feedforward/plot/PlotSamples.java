package dev.feedforward.plot;

import dev.feedforward.plot.curve.Scatter;
import dev.feedforward.plot.sheet.Bars;
import dev.feedforward.plot.sheet.CountTable;
import dev.feedforward.plot.sheet.HeatMap;
import dev.feedforward.plot.sheet.HeatMap.Trace;
import dev.feedforward.plot.sheet.ImageSheet;
import dev.feedforward.plot.sheet.ImageSheet.Image;
import java.util.List;
import java.util.stream.IntStream;

/** One of each kind of plot, other than curves. */
final class PlotSamples {

    private PlotSamples() {}

    static List<Plot> all() {
        return List.of(bowl(), confusion(), scatter(), digits(), bars());
    }

    /** x² + y² with its least value in the middle. */
    static HeatMap bowl() {
        double[] axis = IntStream.range(0, 31).mapToDouble(i -> -3 + 0.2 * i).toArray();
        double[][] values = new double[31][31];
        for (int i = 0; i < 31; i++) {
            for (int j = 0; j < 31; j++) {
                values[i][j] = axis[i] * axis[i] + axis[j] * axis[j];
            }
        }
        return new HeatMap(
                "bowl",
                "Loss over two weights",
                "weight 0 to 1",
                "weight 2 to 1",
                "loss",
                axis,
                axis,
                values,
                List.of(
                        new Trace("the training", new double[] {-2.5, -1, 0}, new double[] {2.5, 0.5, 0}, true),
                        new Trace("now", new double[] {0}, new double[] {0}, false)));
    }

    static CountTable confusion() {
        return new CountTable(
                "confusion",
                "iris version 1 on its test rows",
                "actual",
                "answered",
                List.of("setosa", "versicolor", "virginica"),
                new int[][] {{10, 0, 0}, {0, 9, 1}, {0, 2, 8}});
    }

    static Scatter scatter() {
        return new Scatter(
                "predicted",
                "houses version 1 on its test rows",
                "actual price",
                "predicted price",
                new double[] {100_000, 250_000, 400_000, Double.NaN},
                new double[] {120_000, 240_000, 390_000, 1});
    }

    static ImageSheet digits() {
        double[] cross = new double[256];
        for (int i = 0; i < 16; i++) {
            cross[i * 16 + i] = 1;
            cross[i * 16 + 15 - i] = -1;
        }
        return new ImageSheet(
                "mistakes",
                "What digits version 1 got wrong",
                16,
                16,
                false,
                IntStream.range(0, 12)
                        .mapToObj(i -> new Image("7, is 1 (9%d %%)".formatted(i % 10), cross))
                        .toList());
    }

    static Bars bars() {
        return new Bars(
                "importance",
                "What iris version 1 goes by",
                "accuracy lost when the column is shuffled",
                List.of("petal length", "petal width", "sepal width"),
                new double[] {0.31, 0.22, -0.01},
                new double[] {0.02, 0.03, 0.01});
    }
}
