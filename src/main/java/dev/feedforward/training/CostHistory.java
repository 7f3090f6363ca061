package dev.feedforward.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.plot.Curve;
import dev.feedforward.plot.Curves;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.Thinning;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job's cost fell: columns of equal length, a point each {@code recordEvery} iterations.
 *
 * @param cost mean absolute error over the training rows
 * @param loss the objective over the training rows
 * @param testCost mean absolute error over the test rows, or null without them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How the cost fell: columns of equal length. A point is taken before the weights are corrected.")
record CostHistory(
        @Schema(description = "The job's id.", example = "7")
        long job,

        @Schema(description = "The corrections of the weights before each point.", example = "[0,10,20]")
        long[] iteration,

        @Schema(description = "Mean absolute error over the training rows.", example = "[0.461,0.43,0.396]")
        double[] cost,

        @Schema(description = "The objective over the training rows.", example = "[0.588,0.546,0.509]")
        double[] loss,

        @Schema(
                description = "Mean absolute error over the test rows; absent without them.",
                example = "[0.5,0.46,0.44]")
        double @Nullable [] testCost)
        implements Plottable {

    /** The same with every number rounded to {@code decimals} decimals, half to even. */
    CostHistory rounded(int decimals) {
        return new CostHistory(
                job,
                iteration,
                round(cost, decimals),
                round(loss, decimals),
                testCost == null ? null : round(testCost, decimals));
    }

    /** The same with at most {@code points} points, the peaks among them. */
    CostHistory thinned(int points) {
        double[][] columns = testCost == null ? new double[][] {cost, loss} : new double[][] {cost, loss, testCost};
        int[] kept = Thinning.indices(columns, points);
        return new CostHistory(
                job,
                Arrays.stream(kept).mapToLong(i -> iteration[i]).toArray(),
                pick(cost, kept),
                pick(loss, kept),
                testCost == null ? null : pick(testCost, kept));
    }

    @Override
    @JsonIgnore
    public Curves curves() {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("cost", testCost == null ? "cost" : "training rows", cost, true));
        curves.add(new Curve("loss", "loss", loss, false));
        if (testCost != null) {
            curves.add(new Curve("testCost", "test rows", testCost, true));
        }
        double[] iterations = Arrays.stream(iteration).asDoubleStream().toArray();
        return new Curves(
                "Cost of job " + job, "iteration", "cost (mean absolute error)", "iteration", iterations, curves);
    }

    private static double[] round(double[] column, int decimals) {
        return Arrays.stream(column).map(value -> round(value, decimals)).toArray();
    }

    private static double round(double value, int decimals) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }

    private static double[] pick(double[] column, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> column[i]).toArray();
    }
}
