package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.DecimalText;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.RowSink;
import dev.feedforward.dataset.file.Sample;
import dev.feedforward.dataset.store.ChunkWriter;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.store.DatasetLimits;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.ColumnFigures;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.dataset.table.TestRows;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Turns the rows of a file into numbers and has them stored. */
final class RowEncoder implements RowSink {

    private final FileLayout layout;
    private final FileFaults faults;
    private final DatasetLimits limits;
    private final MissingValues policy;
    private final ChunkWriter writer;

    /** By the columns that are kept. */
    private final ColumnReader[] readers;

    /** By the columns of the file: which of those kept it is, or -1. */
    private final int[] kept;

    private final double[] row;
    private long placeNumber;
    private int cells;
    private boolean spoilt;
    private long begun;
    private int rows;
    private int dropped;

    RowEncoder(FileLayout layout, MissingValues policy, DatasetLimits limits, ChunkWriter writer, FileFaults faults) {
        this.layout = layout;
        this.policy = policy;
        this.limits = limits;
        this.writer = writer;
        this.faults = faults;
        DecimalText numbers = new DecimalText(layout.point());
        readers = layout.columns().stream()
                .map(column -> new ColumnReader(column, numbers, faults))
                .toArray(ColumnReader[]::new);
        kept = new int[layout.width()];
        Arrays.fill(kept, -1);
        for (int i = 0; i < readers.length; i++) {
            kept[layout.columns().get(i).place()] = i;
        }
        row = new double[readers.length];
    }

    @Override
    public void begin(long place) {
        placeNumber = place;
        begun++;
        cells = 0;
        spoilt = false;
    }

    @Override
    public void cell(char[] text, int offset, int length, boolean quoted) {
        int at = cells++;
        if (at >= kept.length) {
            if (cells > Math.max(limits.datasetColumns(), kept.length)) {
                throw Sample.tooWide(faults, place(), limits.datasetColumns());
            }
        } else if (kept[at] >= 0) {
            row[kept[at]] = readers[kept[at]].read(text, offset, length, quoted, this);
        }
    }

    @Override
    public void end() {
        faults.row();
        if (cells != kept.length) {
            faults.add(place(), null, "has %d values, but there are %d columns".formatted(cells, kept.length));
        } else if (!spoilt && isComplete()) {
            store();
        }
    }

    /** Whether the row is to be stored as far as missing values go. */
    private boolean isComplete() {
        boolean complete = true;
        boolean answered = true;
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                complete = false;
                answered &= !readers[i].isAnswer();
                noteMissing(readers[i]);
            }
        }
        boolean stored = complete || policy == MissingValues.MEAN && answered;
        dropped += stored ? 0 : 1;
        return stored;
    }

    private void noteMissing(ColumnReader reader) {
        if (reader.isSplit()) {
            faults.add(place(), reader.name(), "there is neither training nor test");
        } else if (policy == MissingValues.REFUSE) {
            faults.add(
                    place(),
                    reader.name(),
                    "there is no value: say missing=drop to leave such rows out, or missing=mean to have the mean instead");
        }
    }

    private void store() {
        rows++;
        if ((long) rows * row.length > limits.datasetValues()) {
            throw new ServiceException(
                    ProblemType.BODY_TOO_LARGE,
                    "At %s the file has more than %d values, of at most so many."
                            .formatted(place(), limits.datasetValues()),
                    "Send fewer rows, leave columns out by ignore=, or start the service with a larger feedforward.limits.dataset-values.");
        }
        if (!faults.isEmpty()) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            readers[i].count(row[i]);
        }
        writer.add(row);
    }

    private List<DataWarning> warnings() {
        return Stream.concat(
                        layout.warnings().stream(),
                        Arrays.stream(readers).flatMap(reader -> reader.warnings().stream()))
                .toList();
    }

    /** Whether the row being read is the first of a file in which nothing was taken for a header. */
    boolean mayBeHeader() {
        return layout.firstRow() == 0 && begun == 1;
    }

    /** Where the row is that is being read. */
    String place() {
        return faults.place(placeNumber);
    }

    /** Says that a fault of the row being read is noted, so that it is not stored. */
    void spoil() {
        spoilt = true;
    }

    /** What was stored; faults that show only now are noted. */
    DatasetDefinition finish(Splitting splitting, String sha256, long bytes) {
        faults.throwIfAny();
        for (ColumnReader reader : readers) {
            if (!reader.hasSeen()) {
                faults.add(null, reader.name(), "has no value at all: leave it out by ignore=" + reader.name());
            }
        }
        faults.throwIfAny();
        if (rows == 0) {
            throw faults.stop(null, null, "has no row without a missing value among its %d".formatted(dropped));
        }
        for (ColumnReader reader : readers) {
            if (reader.isEmpty()) {
                faults.add(
                        null,
                        reader.name(),
                        "has no value in the rows without missing ones: leave it out by ignore=" + reader.name());
            }
        }
        List<Column> columns = Arrays.stream(readers).map(ColumnReader::column).toList();
        List<ColumnFigures> figures =
                Arrays.stream(readers).map(ColumnReader::figures).toList();
        List<List<Integer>> codes =
                Arrays.stream(readers).map(ColumnReader::codes).toList();
        int test = TestRows.count(columns, figures, rows, splitting);
        if (test == rows) {
            faults.add(null, null, "has no row to learn from: all %d are to test with".formatted(rows));
        }
        faults.throwIfAny();
        return new DatasetDefinition(
                columns, figures, codes, rows, test, dropped, splitting, policy, sha256, bytes, warnings());
    }
}
