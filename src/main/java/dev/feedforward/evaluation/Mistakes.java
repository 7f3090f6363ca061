package dev.feedforward.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.plot.Numbers;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.sheet.Bars;
import dev.feedforward.plot.sheet.ImageSheet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a model answered wrong, the most confident first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The rows that a model answered wrong.")
record Mistakes(
        ModelRef model,

        @Schema(description = "The data set that the rows are from; absent for those of the model's own training.")
        @Nullable
        String dataset,

        @Schema(description = "Which of its rows.", example = "test")
        Part of,

        @Schema(description = "How many rows there are.", example = "300")
        int rows,

        @Schema(description = "How many were answered wrong; all where answers are numbers.", example = "12")
        int mistakes,

        @Schema(description = "The size of the picture that the inputs of a row are; absent where they are none.")
        @Nullable
        ImageSize image,

        @Schema(
                description =
                        "The mistakes: those of which the network was surest first; where answers are numbers, the"
                                + " rows that are farthest off.")
        List<Mistake> items,

        @JsonIgnore Judged judged)
        implements Plottable {

    /** @param limit at most so many are told */
    static Mistakes of(Judged judged, int limit) {
        MistakeFinder finder = new MistakeFinder(judged);
        int[] wrong = finder.rows();
        return new Mistakes(
                judged.model().ref(),
                judged.rows().dataset(),
                judged.part(),
                judged.count(),
                wrong.length,
                ImageSize.ofSquare(judged.model().inputs()),
                finder.tell(Arrays.copyOf(wrong, Math.min(limit, wrong.length))),
                judged);
    }

    @Override
    public String fileName() {
        return judged.fileName("mistakes");
    }

    /** The rows as pictures where they are some, else how sure or how far off each answer was. */
    @Override
    @JsonIgnore
    public Plot plot() {
        String title = "%d of %d wrong: %s".formatted(mistakes, rows, judged.subject());
        ImageSize size = image;
        return size != null
                ? new ImageSheet(
                        "mistakes",
                        title,
                        size.width(),
                        size.height(),
                        false,
                        items.stream()
                                .map(item -> new ImageSheet.Image(caption(item), item.inputs()))
                                .toList())
                : new Bars(
                        "mistakes",
                        title,
                        judged.meaning() == OutputMeaning.NUMBERS ? "error" : "confidence",
                        items.stream()
                                .map(item -> "row %d: %s".formatted(item.row(), caption(item)))
                                .toList(),
                        items.stream().mapToDouble(Mistakes::gravity).toArray(),
                        new double[items.size()]);
    }

    private static double gravity(Mistake mistake) {
        Double confidence = mistake.confidence();
        Double error = mistake.error();
        return confidence != null ? confidence : error != null ? error : Double.NaN;
    }

    private static String caption(Mistake mistake) {
        Double confidence = mistake.confidence();
        String sure = confidence == null ? "" : " (%.0f %%)".formatted(100 * confidence);
        return "%s, is %s%s".formatted(shown(mistake.answer()), shown(mistake.expected()), sure);
    }

    private static String shown(@Nullable Object answer) {
        return answer == null
                ? "other bits"
                : answer instanceof Double number ? Numbers.brief(number) : answer.toString();
    }
}
