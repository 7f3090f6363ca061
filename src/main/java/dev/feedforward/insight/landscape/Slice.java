package dev.feedforward.insight.landscape;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.insight.weights.WeightPlace;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import dev.feedforward.plot.curve.Curves.Mark;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost and loss as functions of one weight, all others as they are.
 *
 * @param rows that they are taken over
 * @param weight ascending
 * @param cost one a weight; likewise {@code loss}
 */
@Schema(description = "Cost and loss as functions of one weight.")
record Slice(
        ModelRef model,

        @JsonUnwrapped WeightPlace place,

        @Schema(description = "Training rows that cost and loss are taken over: all, or of many some.", example = "5")
        int rows,

        @Schema(description = "Values of the weight.", example = "[-3,-2.9]")
        double[] weight,

        @Schema(description = "Mean absolute error with each of them, in the answers' own unit.")
        double[] cost,

        @Schema(description = "The objective with each of them: what gradient descent goes down on.")
        double[] loss,

        Current current,
        Landing next,
        Tangent tangent,

        @Schema(description = "The factor of the step.", example = "1")
        double learningRate)
        implements Plottable {

    /** The weight as it is, and the slope of the loss there, by back-propagation. */
    @Schema(name = "CurrentWeight", description = "The weight as it is.")
    record Current(
            @Schema(description = "Its value.", example = "-0.98")
            double weight,

            @Schema(description = "The cost with it.") double cost,

            @Schema(description = "The loss with it.") double loss,

            @Schema(description = "The slope of the loss there, by back-propagation.", example = "0.00012")
            double derivative) {}

    /** Where one step of plain gradient descent along this weight alone would land. */
    @Schema(
            name = "NextWeight",
            description =
                    "Where the next step lands: the weight less learning rate times derivative, all others as they"
                            + " are.")
    record Landing(
            @Schema(description = "The weight after the step.", example = "-0.981")
            double weight,

            @Schema(description = "The cost there.") double cost,

            @Schema(description = "The loss there.") double loss) {}

    /** The line that touches the loss at the current weight, by its two ends. */
    @Schema(description = "The line that touches the loss at the current weight, by its two ends.")
    record Tangent(
            @Schema(description = "The weights of both ends.")
            double[] weight,

            @Schema(description = "The losses of both ends.")
            double[] loss) {}

    /**
     * A slice through {@code place}.
     *
     * @param min null for 3 below the current value, or as low as the next step lands; likewise {@code max}
     * @throws dev.feedforward.error.ServiceException if the range is none
     */
    static Slice of(
            Model model, WeightProbe probe, WeightPlace place, @Nullable Double min, @Nullable Double max, int points) {
        double now = place.get(probe.parameters());
        double rate = model.definition().training().learningRate();
        Evaluation here = probe.measure();
        double slope = place.get(probe.backward(probe.forward()).parameters());
        double landing = now - rate * slope;
        Span span = Span.of(min, max, Span.around(now, 3).with(landing), "min and max");
        double[] weight = span.points(points);
        double[] cost = new double[points];
        double[] loss = new double[points];
        for (int i = 0; i < points; i++) {
            place.set(probe.parameters(), weight[i]);
            Evaluation there = probe.measure();
            cost[i] = there.cost();
            loss[i] = there.loss();
        }
        place.set(probe.parameters(), landing);
        Evaluation landed = probe.measure();
        place.set(probe.parameters(), now);
        return new Slice(
                model.ref(),
                place,
                probe.samples().rows(),
                weight,
                cost,
                loss,
                new Current(now, here.cost(), here.loss(), slope),
                new Landing(landing, landed.cost(), landed.loss()),
                tangent(now, here.loss(), slope, span),
                rate);
    }

    /** Half as wide as the slice, where it fits. */
    private static Tangent tangent(double now, double loss, double slope, Span span) {
        double reach = (span.max() - span.min()) / 4;
        return new Tangent(
                new double[] {now - reach, now + reach}, new double[] {loss - reach * slope, loss + reach * slope});
    }

    @Override
    public String fileName() {
        return model.fileName("slice");
    }

    @Override
    @JsonIgnore
    public Curves plot() {
        double[] touching = Arrays.stream(weight)
                .map(at -> at < tangent.weight()[0] || at > tangent.weight()[1]
                        ? Double.NaN
                        : current.loss() + (at - current.weight()) * current.derivative())
                .toArray();
        return new Curves(
                "Loss of %s by the %s".formatted(model, place.label()),
                "weight",
                "loss",
                "weight",
                weight,
                List.of(
                        new Curve("loss", "loss", loss, true),
                        new Curve("cost", "cost", cost, false),
                        new Curve("tangent", "tangent", touching, true)),
                List.of(
                                new Mark("now", current.weight(), current.loss()),
                                new Mark("after the next step", next.weight(), next.loss()))
                        .stream()
                        .filter(mark -> Double.isFinite(mark.x()) && Double.isFinite(mark.y()))
                        .toList());
    }
}
