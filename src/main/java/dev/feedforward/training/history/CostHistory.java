package dev.feedforward.training.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import dev.feedforward.plot.curve.Thinning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a job's cost fell: columns of equal length, a point each {@code recordEvery} iterations.
 *
 * @param cost mean absolute error over the rows trained on
 * @param loss the objective over the same
 * @param validationCost mean absolute error over the validation rows, or null without them
 * @param testCost the same over the test rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How the cost fell: columns of equal length. A point is taken before the weights are corrected; with"
                        + " mini-batches it is the mean over the rows trained on since the point before.")
public record CostHistory(
        @Schema(description = "The job's id.", example = "7")
        long job,

        @Schema(description = "The corrections of the weights before each point.", example = "[0,10,20]")
        long[] iteration,

        @Schema(description = "Mean absolute error over the rows trained on.", example = "[0.461,0.43,0.396]")
        double[] cost,

        @Schema(description = "The objective over the rows trained on.", example = "[0.588,0.546,0.509]")
        double[] loss,

        @Schema(
                description =
                        "Mean absolute error over the validation rows at the end of the last epoch; absent without them.")
        double @Nullable [] validationCost,

        @Schema(
                description =
                        "Mean absolute error over the test rows at the end of the last epoch; absent without them.",
                example = "[0.5,0.46,0.44]")
        double @Nullable [] testCost)
        implements Plottable {

    /** How many points there are. */
    public int size() {
        return iteration.length;
    }

    /** The iteration of the last point, of which there must be one. */
    public long last() {
        return iteration[iteration.length - 1];
    }

    /** The first {@code maxPoints} points after {@code afterIteration}, or as many as there are. */
    public CostHistory after(long afterIteration, int maxPoints) {
        int found = Arrays.binarySearch(iteration, afterIteration);
        int from = found < 0 ? -found - 1 : found + 1;
        int to = from + Math.min(maxPoints, iteration.length - from);
        return map(Arrays.copyOfRange(iteration, from, to), column -> Arrays.copyOfRange(column, from, to));
    }

    /** The same with every number rounded to {@code decimals} decimals, half to even. */
    public CostHistory rounded(int decimals) {
        return map(
                iteration,
                column -> Arrays.stream(column)
                        .map(value -> round(value, decimals))
                        .toArray());
    }

    /** The same with {@code points} points, the peaks among them; all where there are no more. */
    public CostHistory thinned(int points) {
        double[][] columns = Stream.of(cost, loss, validationCost, testCost)
                .filter(Objects::nonNull)
                .toArray(double[][]::new);
        int[] kept = Thinning.indices(columns, points);
        return map(
                Arrays.stream(kept).mapToLong(i -> iteration[i]).toArray(),
                column -> Arrays.stream(kept).mapToDouble(i -> column[i]).toArray());
    }

    private CostHistory map(long[] newIteration, UnaryOperator<double[]> change) {
        return new CostHistory(
                job,
                newIteration,
                change.apply(cost),
                change.apply(loss),
                validationCost == null ? null : change.apply(validationCost),
                testCost == null ? null : change.apply(testCost));
    }

    @Override
    public String fileName() {
        return "job-" + job + "-cost";
    }

    @Override
    @JsonIgnore
    public Curves plot() {
        boolean alone = validationCost == null && testCost == null;
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("cost", alone ? "cost" : "training rows", cost, true));
        curves.add(new Curve("loss", "loss", loss, false));
        if (validationCost != null) {
            curves.add(new Curve("validationCost", "validation rows", validationCost, true));
        }
        if (testCost != null) {
            curves.add(new Curve("testCost", "test rows", testCost, true));
        }
        double[] iterations = Arrays.stream(iteration).asDoubleStream().toArray();
        return new Curves(
                "Cost of job " + job, "iteration", "cost (mean absolute error)", "iteration", iterations, curves);
    }

    private static double round(double value, int decimals) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }
}
