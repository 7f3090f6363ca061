package dev.feedforward.dataset.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file as RFC 4180 has it. A line that is empty, or of blanks and delimiters alone, is no row:
 * it has no value, and spreadsheets leave many behind the last one.
 */
public final class CsvRows extends AbstractBaseCsvCallbackHandler<Object> {

    /** Characters that a value may have. */
    static final int LONGEST_VALUE = 64 * 1024;

    /** Characters that the reader keeps at a time: a value, and what it reads on with. */
    private static final int BUFFER = 2 * LONGEST_VALUE;

    /** Values without a text up to which a line may be no row. */
    private static final int MOST_BLANKS = 64 * 1024;

    private static final char[] NOTHING = {};

    private final RowSink sink;
    private final FileFaults faults;
    private long line;

    /** Whether the line has had a value, so that its row is begun. */
    private boolean begun;

    private CsvRows(RowSink sink, FileFaults faults) {
        this.sink = sink;
        this.faults = faults;
    }

    /** Reads all rows into {@code sink}. */
    public static void read(Reader text, char delimiter, RowSink sink, FileFaults faults) throws IOException {
        CsvRows rows = new CsvRows(sink, faults);
        try (CsvReader<Object> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(BUFFER)
                .build(rows, text)) {
            for (Object none : reader) {
                throw new IllegalStateException("a handler that keeps no record made " + none);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw rows.malformed(e);
        }
    }

    /** The reader dresses whatever is thrown while it reads as malformed CSV. */
    private RuntimeException malformed(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException thrown && !(cause instanceof CsvParseException)) {
            return thrown;
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("maximum buffer size")
                ? tooLong()
                : faults.stop(faults.place(line), null, message + ": a quote within a quoted value is written twice");
    }

    private RuntimeException tooLong() {
        return faults.stop(
                faults.place(line),
                null,
                "a value has more than %d characters: perhaps a quote is not closed, or a line has no end"
                        .formatted(LONGEST_VALUE));
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        begun = false;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
        if (length > LONGEST_VALUE) {
            throw tooLong();
        }
        if (!begun) {
            // A line of delimiters without end is a row that is too wide.
            if (index < MOST_BLANKS && Cells.start(text, offset, offset + length) == offset + length) {
                return;
            }
            begin(index);
        }
        sink.cell(text, offset, length, quoted);
    }

    /** Begins the row with the {@code blanks} before its first value. */
    private void begin(int blanks) {
        begun = true;
        sink.begin(line);
        for (int i = 0; i < blanks; i++) {
            sink.cell(NOTHING, 0, 0, false);
        }
    }

    @Override
    protected @Nullable Object buildRecord() {
        if (begun) {
            sink.end();
        }
        return null;
    }
}
