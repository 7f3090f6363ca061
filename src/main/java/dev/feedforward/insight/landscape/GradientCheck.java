package dev.feedforward.insight.landscape;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.insight.weights.WeightPlace;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.random.SplitMix64;
import dev.feedforward.plot.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Derivatives by back-propagation against numeric ones, of which there are two, and the nearer one counts. The short
 * one is {@code (L(w + h) - L(w - h)) / 2h} with {@code h = ∛ε · max(1, |w|)}, which a kink, as of ReLU, seldom spoils;
 * the long one, {@code (L(w - 2h) - 8L(w - h) + 8L(w + h) - L(w + 2h)) / 12h} with the fifth root, loses less to
 * rounding where the loss is nearly flat. At these steps the errors of cutting off and of rounding are about the same
 * (Press et al., Numerical Recipes, 5.7; Abramowitz and Stegun, 25.3). A derivative's difference counts in proportion
 * to its size, or to a thousandth of the largest of all where it is smaller: the rounding of the loss does not get
 * smaller with it.
 */
@Schema(description = "Derivatives by back-propagation against numeric ones.")
record GradientCheck(
        ModelRef model,

        @Schema(description = "Training rows that the loss is taken over: all, or of many some.", example = "5")
        int rows,

        @Schema(description = "Weights and biases of the network.", example = "20")
        long weights,

        @Schema(description = "How many of them were checked: all, or of many some.", example = "20")
        int checked,

        @Schema(description = "The largest difference, in proportion.", example = "0.0000000012")
        double largestRelativeDifference,

        @Schema(description = "Whether it is small enough.") boolean passed,

        @Schema(description = "Up to where it is.", example = "0.000001")
        double tolerance,

        @Schema(description = "The same in a sentence.") String summary,

        @Schema(description = "Each weight that was checked, the largest difference first.")
        List<Checked> items) {

    /** More are a sample. */
    static final int MOST = 200;

    private static final double TOLERANCE = 1e-6;
    private static final double SHORT_STEP = Math.cbrt(Math.ulp(1.0));
    private static final double LONG_STEP = Math.pow(Math.ulp(1.0), 0.2);

    /** Times that the loss is taken for each weight. */
    static final int MEASUREMENTS = 6;

    /** Derivatives smaller than this part of the largest are judged as if they were as large. */
    private static final double SMALLEST_PART = 1e-3;

    /** A weight whose derivative was checked. */
    @Schema(name = "CheckedDerivative", description = "A weight whose derivative was checked.")
    record Checked(
            @JsonUnwrapped WeightPlace place,

            @Schema(description = "The derivative by back-propagation.")
            double backPropagated,

            @Schema(description = "The derivative by differences.")
            double numeric,

            @Schema(description = "How far the two are apart, in proportion.")
            double relativeDifference) {}

    static GradientCheck of(Model model, WeightProbe probe) {
        Parameters gradient = probe.backward(probe.forward()).parameters();
        List<WeightPlace> places = places(model.network().architecture());
        double largest = largest(gradient);
        List<Checked> items = places.stream()
                .map(place -> check(place, probe, place.get(gradient), largest))
                .sorted(Comparator.comparingDouble(item -> -item.relativeDifference()))
                .toList();
        double worst = items.get(0).relativeDifference();
        boolean passed = worst <= TOLERANCE;
        String summary = "%d of %d derivatives were checked; they differ by at most %s of their size%s."
                .formatted(
                        items.size(),
                        model.network().architecture().parameters(),
                        Numbers.brief(worst),
                        passed
                                ? ", so back-propagation is right"
                                : ": either a kink, as of ReLU, is near, or numbers are too large or small to tell");
        return new GradientCheck(
                model.ref(),
                probe.samples().rows(),
                model.network().architecture().parameters(),
                items.size(),
                worst,
                passed,
                TOLERANCE,
                summary,
                items);
    }

    private static double largest(Parameters gradient) {
        double largest = 0;
        for (int l = 0; l < gradient.layers(); l++) {
            for (double derivative : gradient.weights(l)) {
                largest = Math.max(largest, Math.abs(derivative));
            }
            for (double derivative : gradient.biases(l)) {
                largest = Math.max(largest, Math.abs(derivative));
            }
        }
        return largest;
    }

    private static Checked check(WeightPlace place, WeightProbe probe, double derivative, double largest) {
        double weight = place.get(probe.parameters());
        DoubleUnaryOperator loss = value -> lossAt(place, probe, value);
        double size = Math.max(1, Math.abs(weight));
        double near = shortDifference(loss, weight, SHORT_STEP * size);
        double far = longDifference(loss, weight, LONG_STEP * size);
        place.set(probe.parameters(), weight);
        double numeric = Math.abs(near - derivative) < Math.abs(far - derivative) ? near : far;
        double scale = Math.max(Math.max(Math.abs(derivative), Math.abs(numeric)), SMALLEST_PART * largest);
        double difference = scale == 0 ? 0 : Math.abs(derivative - numeric) / scale;
        return new Checked(place, derivative, numeric, difference);
    }

    private static double shortDifference(DoubleUnaryOperator loss, double weight, double step) {
        double above = weight + step;
        double below = weight - step;
        return (loss.applyAsDouble(above) - loss.applyAsDouble(below)) / (above - below);
    }

    private static double longDifference(DoubleUnaryOperator loss, double weight, double step) {
        double near = loss.applyAsDouble(weight + step) - loss.applyAsDouble(weight - step);
        double far = loss.applyAsDouble(weight + 2 * step) - loss.applyAsDouble(weight - 2 * step);
        return (8 * near - far) / (12 * step);
    }

    private static double lossAt(WeightPlace place, WeightProbe probe, double value) {
        place.set(probe.parameters(), value);
        return probe.measure().loss();
    }

    private static List<WeightPlace> places(Architecture architecture) {
        List<WeightPlace> all = new ArrayList<>();
        int[] order = IntStream.range(0, (int) architecture.parameters()).toArray();
        if (order.length > MOST) {
            SplitMix64.forPurpose(1, "weights to check").shuffle(order);
        }
        for (int i = 0; i < Math.min(MOST, order.length); i++) {
            all.add(WeightPlace.of(architecture, order[i]));
        }
        return all;
    }
}
