package dev.feedforward.dataset.file;

import java.util.regex.Pattern;

/**
 * Finds out whether a file in which commas do not part values writes 5,1 for 5.1, as spreadsheets in half of the world
 * do.
 */
public final class DecimalMark {

    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,(\\d+)([eE][-+]?\\d+)?");
    private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final int THOUSANDS = 3;

    private final Sample sample;
    private final FileFaults faults;
    private boolean point;
    private boolean comma;

    /** Whether a number has another count of digits behind its comma than one that marks thousands. */
    private boolean clear;

    private String doubtful = "";
    private String doubtfulPlace = "";

    public DecimalMark(Sample sample, FileFaults faults) {
        this.sample = sample;
        this.faults = faults;
    }

    /** A point, or a comma; where one cannot tell, that is noted as a fault. */
    public char find() {
        for (int row = 0; row < sample.rows(); row++) {
            for (int column = 0; column < sample.width(row); column++) {
                look(row, sample.text(row, column));
            }
        }
        if (comma && !clear && !point) {
            faults.add(
                    doubtfulPlace,
                    null,
                    "%s may be a fraction or thousands: write numbers as 1.234 or 1234".formatted(doubtful));
        }
        return comma && clear && !point ? ',' : '.';
    }

    private void look(int row, String text) {
        var found = COMMA.matcher(text);
        if (found.matches()) {
            comma = true;
            clear |= found.group(1).length() != THOUSANDS;
            doubtful = Cells.show(text);
            doubtfulPlace = faults.place(sample.place(row));
        }
        point |= POINT.matcher(text).matches();
    }
}
