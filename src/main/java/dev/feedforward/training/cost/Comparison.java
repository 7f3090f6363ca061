package dev.feedforward.training.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.Problem;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import dev.feedforward.plot.curve.Thinning;
import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How the costs of several jobs fell, over one axis.
 *
 * @param iteration ascending: wherever one of the jobs has a point
 */
@Schema(description = "How the costs of several jobs fell, and what they were asked to do differently.")
record Comparison(
        @Schema(description = "What is compared.", example = "cost")
        Measure measure,

        @Schema(
                description = "The corrections of the weights before each point: wherever one of the jobs has one.",
                example = "[0,10,20]")
        long[] iteration,

        @Schema(description = "The jobs, in the order in which they were named.")
        List<Compared> items)
        implements Plottable {

    /**
     * A job among others.
     *
     * @param settings those in which the jobs differ
     * @param result null until there is one
     * @param values one a point; NaN where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A job among others.")
    record Compared(
            @Schema(description = "The job's number.", example = "7")
            long job,

            @Schema(description = "How far it is.", example = "succeeded")
            JobStatus status,

            JobModel model,

            @Schema(
                    description = "The settings in which these jobs differ, and what this one's are.",
                    example = "{\"learningRate\": 0.5}")
            Map<String, Object> settings,

            @Schema(description = "How well the trained network answers; absent until there is one.") @Nullable
            Figures result,

            @Schema(description = "One a point of the axis; null where the job has none there.")
            double[] values,

            @Schema(description = "Why no more can be told of it: it is damaged in the database. Absent otherwise.")
            @Nullable
            Problem problem) {

        Compared with(double[] newValues) {
            return new Compared(job, status, model, settings, result, newValues, problem);
        }

        String label() {
            if (problem != null) {
                return "job %d: damaged".formatted(job);
            }
            String differing = settings.entrySet().stream()
                    .limit(3)
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            return "job %d%s".formatted(job, differing.isEmpty() ? ", " + model.name() : ": " + differing);
        }
    }

    /** Bytes of a job's value at a point, before and after thinning. */
    private static final long VALUES = 2L * Double.BYTES;

    /**
     * Puts histories side by side.
     *
     * @param items a job each, without values
     * @param histories one a job
     */
    static Comparison of(Measure measure, List<Compared> items, List<CostHistory> histories) {
        long[] iteration = union(histories);
        RequestMemory.take(VALUES * items.size() * iteration.length);
        List<Compared> valued = IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).with(spread(iteration, histories.get(i), measure)))
                .toList();
        return new Comparison(measure, iteration, valued);
    }

    /** Ascending, each once. */
    private static long[] union(List<CostHistory> histories) {
        RequestMemory.take(2L
                * Long.BYTES
                * histories.stream().mapToLong(CostHistory::size).sum());
        long[] all = histories.stream()
                .flatMapToLong(history -> LongStream.of(history.iteration()))
                .toArray();
        Arrays.sort(all);
        int count = 0;
        for (long each : all) {
            if (count == 0 || all[count - 1] != each) {
                all[count++] = each;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static double[] spread(long[] iteration, CostHistory history, Measure measure) {
        double[] values = new double[iteration.length];
        Arrays.fill(values, Double.NaN);
        double[] there = measure.of(history);
        for (int i = 0; i < there.length; i++) {
            values[Arrays.binarySearch(iteration, history.iteration()[i])] = there[i];
        }
        return values;
    }

    /** The same with {@code points} points, the peaks among them; all where there are no more. */
    Comparison thinned(int points) {
        int[] kept = Thinning.indices(items.stream().map(Compared::values).toArray(double[][]::new), points);
        return new Comparison(
                measure,
                IntStream.of(kept).mapToLong(i -> iteration[i]).toArray(),
                items.stream()
                        .map(item -> item.with(IntStream.of(kept)
                                .mapToDouble(i -> item.values()[i])
                                .toArray()))
                        .toList());
    }

    @Override
    public String fileName() {
        return items.stream()
                .map(item -> String.valueOf(item.job()))
                .collect(Collectors.joining("-", "jobs-", "-" + measure.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    @JsonIgnore
    public Curves plot() {
        return new Curves(
                "Comparison of " + items.size() + (items.size() == 1 ? " job" : " jobs"),
                "iteration",
                measure.label(),
                "iteration",
                LongStream.of(iteration).asDoubleStream().toArray(),
                items.stream()
                        .map(item -> new Curve("job" + item.job(), item.label(), item.values(), true))
                        .toList());
    }
}
