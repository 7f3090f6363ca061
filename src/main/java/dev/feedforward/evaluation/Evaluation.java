package dev.feedforward.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.model.metrics.ClassFigures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.Moment;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.random.SplitMix64;
import dev.feedforward.plot.Numbers;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.curve.Scatter;
import dev.feedforward.plot.sheet.CountTable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a model answers some rows.
 *
 * @param cost mean absolute error, in the answers' own unit
 * @param loss the objective, as the training saw it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How well a model answers some rows.")
record Evaluation(
        ModelRef model,

        @Schema(description = "The job whose network was judged in its training; absent for a trained model.") @Nullable
        Long job,

        @Schema(
                description = "Corrections of the weights that were made before; absent for a trained model.",
                example = "500")
        @Nullable
        Long iteration,

        @Schema(description = "The data set that the rows are from; absent for those of the model's own training.")
        @Nullable
        String dataset,

        @Schema(description = "Which of its rows.", example = "test")
        Part of,

        @Schema(description = "How many.", example = "4") int rows,

        @Schema(description = "Mean absolute error, in the answers' own unit.", example = "0.00722")
        double cost,

        @Schema(description = "The objective that the training minimised.", example = "0.0000544")
        double loss,

        @JsonUnwrapped Metrics metrics,

        @Schema(description = "The same in a sentence.") String summary,

        @JsonIgnore Judged judged)
        implements Plottable {

    /** More points make a plot no clearer. */
    private static final int MOST_POINTS = 2_000;

    static Evaluation of(Judged judged) {
        Moment moment = judged.model().moment();
        return new Evaluation(
                judged.model().ref(),
                moment == null ? null : (Long) moment.job(),
                judged.model().iteration(),
                judged.rows().dataset(),
                judged.part(),
                judged.count(),
                judged.measured().cost(),
                judged.measured().loss(),
                judged.measured().metrics(),
                summary(judged.measured().metrics(), judged.count()),
                judged);
    }

    private static String summary(Metrics metrics, int rows) {
        Double accuracy = metrics.accuracy();
        if (accuracy != null) {
            long right = Math.round(accuracy * rows);
            return "%d of %d rows are answered right%s.".formatted(right, rows, worst(metrics));
        }
        Double rmse = metrics.rmse();
        String near = "The answers are off by %s (root of the mean squared error)"
                .formatted(
                        rmse == null || !Double.isFinite(rmse) ? "more than a number can tell" : Numbers.brief(rmse));
        Double r2 = metrics.r2();
        return r2 == null || !Double.isFinite(r2)
                ? near + "."
                : near + ", and explain %s %% of the variance.".formatted(Numbers.brief(100 * r2));
    }

    /** The mistake that is made most often. */
    private static String worst(Metrics metrics) {
        int[][] counts = metrics.confusion();
        List<ClassFigures> classes = metrics.classes();
        if (counts == null || classes == null) {
            return "";
        }
        int most = 0;
        String worst = "";
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                if (i != j && counts[i][j] > most) {
                    most = counts[i][j];
                    worst = "; %s is taken for %s %s"
                            .formatted(classes.get(i).label(), classes.get(j).label(), times(most));
                }
            }
        }
        return worst;
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    @Override
    public String fileName() {
        return judged.fileName(metrics.confusion() != null ? "confusion" : "predicted");
    }

    /** The confusion matrix where answers are classes, else what was answered against what should have been. */
    @Override
    @JsonIgnore
    public Plot plot() {
        int[][] counts = metrics.confusion();
        return counts != null
                ? new CountTable("confusion", judged.subject(), "actual", "answered", judged.labels(), counts)
                : scatter();
    }

    private Scatter scatter() {
        Matrix answers = judged.answers();
        Matrix outputs = judged.outputs();
        int all = answers.values().length;
        int[] order = IntStream.range(0, all).toArray();
        if (all > MOST_POINTS) {
            SplitMix64.forPurpose(0, "points of a plot").shuffle(order);
        }
        int[] shown = IntStream.of(order).limit(MOST_POINTS).sorted().toArray();
        return new Scatter(
                "predicted",
                judged.subject(),
                "actual",
                "predicted",
                IntStream.of(shown).mapToDouble(i -> answers.values()[i]).toArray(),
                IntStream.of(shown).mapToDouble(i -> outputs.values()[i]).toArray());
    }
}
