package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded file is to be read. Columns are meant by their names, or by their numbers from 1; an entry may name
 * several, with commas between them.
 *
 * @param answers columns that are to be answered; the last one where none is named
 * @param ignore columns that are left out
 * @param split the column that says which rows are to test with; null for one named "split" if it says so
 * @param splitting how rows are parted where no column says it
 * @param testAsked whether the request itself asks for a share to test with, which a column that says it contradicts
 * @param missing what becomes of missing values
 * @param categories columns whose values are categories even where they are numbers
 * @param numbers columns whose values are numbers
 * @param header whether the first row names the columns; null to find out
 * @param delimiter what stands between values; null to find out
 */
public record UploadOptions(
        List<String> answers,
        List<String> ignore,
        @Nullable String split,
        Splitting splitting,
        boolean testAsked,
        MissingValues missing,
        List<String> categories,
        List<String> numbers,
        @Nullable Boolean header,
        @Nullable Character delimiter) {

    /** Everything is found out, and no value may be missing. */
    public static final UploadOptions DEFAULT = new UploadOptions(
            List.of(), List.of(), null, Splitting.NONE, false, MissingValues.REFUSE, List.of(), List.of(), null, null);
}
