package dev.feedforward.dataset.file;

import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ProblemType;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, up to as much as one cares to correct at a time. */
public final class FileFaults {

    private static final int TOLD = 20;

    /** Rows that are looked at behind the first fault, so that a large file is not read to its end for nothing. */
    private static final int ROWS_BEHIND = 100_000;

    private final Faults faults = new Faults();
    private int rowsBehind;
    private String unit = "line ";

    /** Says that places are numbers of rows, as in JSON, whose lines mean nothing. */
    public void placesAreRows() {
        unit = "row ";
    }

    /** A place in words: "line 7". */
    public String place(long number) {
        return unit + number;
    }

    /**
     * Notes a fault.
     *
     * @param place "line 7" or "row 7"; null for the file as a whole
     * @throws InvalidRequestException when there are enough of them
     */
    public void add(@Nullable String place, @Nullable String column, String detail) {
        String where = place == null ? "file" : place;
        if (column != null) {
            where = place == null ? "column \"" + column + "\"" : place + ", column \"" + column + "\"";
        }
        faults.add(where, detail);
        if (faults.count() >= TOLD) {
            throwIfAny();
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Notes that one more row was looked at. */
    public void row() {
        if (!faults.isEmpty() && ++rowsBehind > ROWS_BEHIND) {
            throwIfAny();
        }
    }

    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(ProblemType.INVALID_DATASET, faults);
        }
    }

    /** Notes a fault after which nothing else is worth reading. */
    public InvalidRequestException stop(@Nullable String place, @Nullable String column, String detail) {
        add(place, column, detail);
        return new InvalidRequestException(ProblemType.INVALID_DATASET, faults);
    }
}
