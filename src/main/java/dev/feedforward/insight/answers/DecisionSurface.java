package dev.feedforward.insight.answers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.insight.weights.Size;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Workspace;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.sheet.HeatMap;
import dev.feedforward.plot.sheet.HeatMap.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a network of two inputs, and each of its neurons, answers all over the plane.
 *
 * @param outputs outputs × ys × xs, in the answers' own unit
 */
@Schema(description = "What a network of two inputs, and each of its neurons, answers all over the plane.")
record DecisionSurface(
        ModelRef model,

        @Schema(description = "The names of the two inputs.", example = "[\"x\",\"y\"]")
        List<String> names,

        @Schema(description = "Values of the first input.") double[] xs,

        @Schema(description = "Values of the second input.") double[] ys,

        @Schema(description = "For each output a list for each of ys, with a number for each of xs.")
        double[][][] outputs,

        @Schema(description = OutputMeaning.DESCRIPTION, example = "yes_or_no")
        OutputMeaning meaning,

        @Schema(description = "The hidden layers, first to last.")
        List<LayerSurfaces> layers,

        @JsonIgnore @Nullable Samples rows)
        implements Plottable {

    /** What the neurons of a layer answer. */
    @Schema(description = "What the neurons of a hidden layer answer all over the plane.")
    record LayerSurfaces(
            @Schema(description = "The layer, counted from 0.", example = "0")
            int layer,

            @Schema(description = "For each neuron a list for each of ys, with its activation for each of xs.")
            double[][][] neurons) {}

    /**
     * The surface of {@code model}.
     *
     * @param rows that it learned from, to draw over it; null for none
     * @param decimals that numbers are rounded to
     */
    static DecisionSurface of(Model model, @Nullable Samples rows, double[] xs, double[] ys, int decimals) {
        double[] grid = new double[2 * xs.length * ys.length];
        for (int i = 0; i < grid.length / 2; i++) {
            grid[2 * i] = xs[i % xs.length];
            grid[2 * i + 1] = ys[i / xs.length];
        }
        Matrix plane = new Matrix(grid.length / 2, 2, grid);
        double scale = Math.pow(10, decimals);
        DoubleUnaryOperator round = value -> Math.rint(value * scale) / scale;
        Matrix answers = model.outputs(plane);
        return new DecisionSurface(
                model.ref(),
                names(model),
                xs,
                ys,
                split(answers.values(), answers.columns(), xs.length, ys.length, round),
                model.definition().meaning(),
                layers(model, plane, xs.length, ys.length, round),
                rows);
    }

    /**
     * @throws ServiceException if {@code model} does not have two inputs, or has too many neurons for so many points
     */
    static void check(Model model, int points) {
        if (model.inputs() != 2) {
            throw new ServiceException(
                    ProblemType.WRONG_INPUT_SIZE,
                    "The network of %s has %d inputs; a surface is drawn over two."
                            .formatted(model.ref(), model.inputs()),
                    "Train one on two inputs, as in {\"dataset\": \"spiral\"}, or name another with model=.");
        }
        Size.check(
                model, (long) points * points * model.network().architecture().neurons());
    }

    private static List<String> names(Model model) {
        InputColumns columns = model.definition().encoding().columns();
        return columns == null || columns.columns().size() != 2
                ? List.of("input 0", "input 1")
                : List.of(
                        columns.columns().get(0).name(),
                        columns.columns().get(1).name());
    }

    private static List<LayerSurfaces> layers(
            Model model, Matrix plane, int across, int upwards, DoubleUnaryOperator round) {
        Network network = model.network();
        Workspace workspace = new Workspace(network.architecture(), plane.rows());
        Matrix encoded = model.definition().encoding().encodeInputs(plane).toMatrix();
        network.forward(encoded.values(), plane.rows(), workspace);
        List<LayerSurfaces> layers = new ArrayList<>();
        for (int l = 0; l < network.architecture().layers().size() - 1; l++) {
            int neurons = network.architecture().layers().get(l).neurons();
            layers.add(new LayerSurfaces(l, split(workspace.activations(l), neurons, across, upwards, round)));
        }
        return layers;
    }

    /** Columns × ys × xs of numbers that are (ys · xs) × columns. */
    private static double[][][] split(
            double[] values, int columns, int across, int upwards, DoubleUnaryOperator round) {
        double[][][] split = new double[columns][upwards][across];
        for (int i = 0; i < across * upwards * columns; i++) {
            int point = i / columns;
            split[i % columns][point / across][point % across] = round.applyAsDouble(values[i]);
        }
        return split;
    }

    @Override
    public String fileName() {
        return model.fileName("decision-surface");
    }

    @Override
    @JsonIgnore
    public HeatMap plot() {
        List<Trace> traces = new ArrayList<>();
        if (rows != null) {
            Matrix answers = rows.answers();
            switch (meaning) {
                case NUMBERS -> traces.add(trace("rows", row -> true));
                case BITS -> {
                    traces.add(trace("answer 0", row -> !OutputMeaning.isYes(answers.row(row)[0])));
                    traces.add(trace("answer 1", row -> OutputMeaning.isYes(answers.row(row)[0])));
                }
                case CLASSES, YES_OR_NO ->
                    IntStream.rangeClosed(0, Math.max(1, answers.columns() - 1))
                            .forEach(of ->
                                    traces.add(trace("answer " + of, row -> meaning.classOf(answers.row(row)) == of)));
            }
        }
        return new HeatMap(
                "decision-surface",
                "What %s answers".formatted(model),
                names.get(0),
                names.get(1),
                "output",
                xs,
                ys,
                outputs[0],
                traces.stream().filter(trace -> trace.x().length > 0).toList());
    }

    private Trace trace(String label, IntPredicate which) {
        Samples all = Objects.requireNonNull(rows);
        int[] found = IntStream.range(0, all.rows()).filter(which).limit(1_000).toArray();
        return new Trace(
                label,
                IntStream.of(found).mapToDouble(row -> all.inputs().row(row)[0]).toArray(),
                IntStream.of(found).mapToDouble(row -> all.inputs().row(row)[1]).toArray(),
                false);
    }
}
