package dev.feedforward.insight.landscape;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.ServiceException;
import dev.feedforward.insight.weights.WeightPlace;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.WeightHistory;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.sheet.HeatMap;
import dev.feedforward.plot.sheet.HeatMap.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost and loss as functions of two weights, all others as they are, with the way that the training went.
 *
 * @param loss ys × xs; likewise {@code cost}
 * @param path null where the training cannot be replayed; {@code note} then says why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Cost and loss as functions of two weights.")
record Surface(
        ModelRef model,

        @Schema(description = "The weight across.") WeightPlace x,

        @Schema(description = "The weight upwards.") WeightPlace y,

        @Schema(description = "Training rows that cost and loss are taken over: all, or of many some.", example = "5")
        int rows,

        @Schema(description = "Values of the weight across.")
        double[] xs,

        @Schema(description = "Values of the weight upwards.")
        double[] ys,

        @Schema(description = "The objective: a list for each of ys, with a number for each of xs.")
        double[][] loss,

        @Schema(description = "Mean absolute error, in the answers' own unit, likewise.")
        double[][] cost,

        Point current,

        @Schema(description = "The two weights over the training; absent where it cannot be gone through again.")
        @Nullable
        Way path,

        @Schema(description = "Why there is no path; absent where there is one.") @Nullable
        String note)
        implements Plottable {

    /** Iterations of the path. */
    private static final int STEPS = 100;

    /** The two weights as they are. */
    @Schema(name = "CurrentPoint", description = "The two weights as they are.")
    record Point(
            @Schema(description = "The weight across.") double x,

            @Schema(description = "The weight upwards.") double y,

            @Schema(description = "The loss with them.") double loss,

            @Schema(description = "The cost with them.") double cost) {}

    /** The two weights over the training. */
    @Schema(name = "DescentPath", description = "The two weights over the training.")
    record Way(
            @Schema(description = "Corrections that were made before each point.")
            long[] iteration,

            @Schema(description = "The weight across, a value a point.")
            double[] x,

            @Schema(description = "The weight upwards, a value a point.")
            double[] y) {}

    /** What is asked of a surface: the spans are null for such as hold the path. */
    record Question(
            WeightPlace x,
            WeightPlace y,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double min2,
            @Nullable Double max2,
            int points) {}

    static Surface of(Model model, WeightProbe probe, Question asked, WeightHistory history) {
        double nowX = asked.x().get(probe.parameters());
        double nowY = asked.y().get(probe.parameters());
        Evaluation here = probe.measure();
        Way path = null;
        String note = null;
        try {
            WeightHistory.Path found = history.of(model, STEPS, List.of(asked.x()::get, asked.y()::get));
            path = new Way(found.iteration(), found.values()[0], found.values()[1]);
        } catch (ServiceException e) {
            note = e.problem().detail();
        }
        Span across = span(asked.min(), asked.max(), nowX, path == null ? null : path.x(), "min and max");
        Span upwards = span(asked.min2(), asked.max2(), nowY, path == null ? null : path.y(), "min2 and max2");
        double[] xs = across.points(asked.points());
        double[] ys = upwards.points(asked.points());
        double[][] loss = new double[ys.length][xs.length];
        double[][] cost = new double[ys.length][xs.length];
        for (int i = 0; i < ys.length; i++) {
            asked.y().set(probe.parameters(), ys[i]);
            for (int j = 0; j < xs.length; j++) {
                asked.x().set(probe.parameters(), xs[j]);
                Evaluation there = probe.measure();
                loss[i][j] = there.loss();
                cost[i][j] = there.cost();
            }
        }
        Point current = new Point(nowX, nowY, here.loss(), here.cost());
        return new Surface(
                model.ref(), asked.x(), asked.y(), probe.samples().rows(), xs, ys, loss, cost, current, path, note);
    }

    private static Span span(
            @Nullable Double min, @Nullable Double max, double now, double @Nullable [] path, String names) {
        Span span = Span.around(now, 3);
        for (double value : path == null ? new double[0] : path) {
            span = span.with(value);
        }
        return Span.of(min, max, span, names);
    }

    @Override
    public String fileName() {
        return model.fileName("slice-surface");
    }

    @Override
    @JsonIgnore
    public HeatMap plot() {
        List<Trace> traces = new ArrayList<>();
        if (path != null) {
            traces.add(new Trace("the training", path.x(), path.y(), true));
        }
        traces.add(new Trace("now", new double[] {current.x()}, new double[] {current.y()}, false));
        return new HeatMap(
                "surface",
                "Loss of %s by two weights".formatted(model),
                x.label(),
                y.label(),
                "loss",
                xs,
                ys,
                loss,
                traces);
    }
}
