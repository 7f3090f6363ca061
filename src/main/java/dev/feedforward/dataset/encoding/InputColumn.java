package dev.feedforward.dataset.encoding;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.table.Column.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as a network takes it: one number, or for categories a number each, 1 for the row's own and 0 for the
 * others.
 *
 * @param categories in the order of their numbers; empty for numbers
 * @param mean what stands in for a missing number: the mean over the rows that were learned from; null where none was
 *     missing among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A column as a network takes it.")
public record InputColumn(
        @Schema(description = "Its name, as the file's header gives it.", example = "petal length")
        String name,

        @Schema(description = "Numbers, or texts that name one of some categories.", example = "number")
        Kind kind,

        @Schema(
                description = "The categories, each of which is one of the network's inputs; empty for numbers.",
                example = "[]")
        List<String> categories,

        @Schema(description = "What stands in for a missing number; absent where none was missing.") @Nullable
        Double mean) {

    public InputColumn {
        categories = List.copyOf(categories);
    }

    /** A column of numbers, none of which is missing. */
    public static InputColumn ofNumbers(String name) {
        return new InputColumn(name, Kind.NUMBER, List.of(), null);
    }

    /** How many of the network's inputs it takes. */
    public int width() {
        return kind == Kind.NUMBER ? 1 : categories.size();
    }

    /**
     * Writes a value as the network takes it.
     *
     * @param value the number, or the place of the category; NaN for none
     * @param target receives {@link #width()} numbers from {@code at} on; all 0 for a category that is missing
     */
    void encode(double value, double[] target, int at) {
        if (kind == Kind.NUMBER) {
            target[at] = Double.isNaN(value) && mean != null ? mean : value;
            return;
        }
        for (int i = 0; i < categories.size(); i++) {
            target[at + i] = i == value ? 1.0 : 0.0;
        }
    }
}
