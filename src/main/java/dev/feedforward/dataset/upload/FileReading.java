package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.CsvRows;
import dev.feedforward.dataset.file.Delimiters;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.FileInput;
import dev.feedforward.dataset.file.JsonFileRows;
import dev.feedforward.dataset.file.Utf8Text;
import dev.feedforward.dataset.store.ChunkWriter;
import dev.feedforward.dataset.store.DatasetLimits;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** One file, from its bytes to stored rows. */
public final class FileReading {

    private final UploadedFile file;
    private final UploadOptions options;
    private final DatasetLimits limits;
    private final FileFaults faults;

    public FileReading(UploadedFile file, UploadOptions options, DatasetLimits limits, FileFaults faults) {
        this.file = file;
        this.options = options;
        this.limits = limits;
        this.faults = faults;
    }

    /**
     * Reads all of it.
     *
     * @throws dev.feedforward.error.ServiceException if it cannot be used
     */
    public RowIntake.Stored read(ChunkWriter writer) throws IOException {
        try {
            return readAll(writer);
        } catch (EOFException e) {
            throw faults.stop(null, null, "ends too early: it was cut off on its way, or when it was compressed");
        } catch (ZipException e) {
            throw faults.stop(
                    null,
                    null,
                    "begins as gzip does, but cannot be decompressed: %s. Compress it again, or send it as it is"
                            .formatted(e.getMessage()));
        }
    }

    private RowIntake.Stored readAll(ChunkWriter writer) throws IOException {
        FileInput input = new FileInput(file.content(), limits.datasetBytes().toBytes(), writer::touch);
        if (file.gzip() && !input.isCompressed()) {
            throw faults.stop(
                    null,
                    null,
                    "came with Content-Encoding: gzip, but is not compressed by gzip: leave the header out, or compress it");
        }
        // Not closed: the body is the server's to close.
        Utf8Text text = new Utf8Text(input, faults);
        String head = text.head();
        if (head.isBlank()) {
            throw faults.stop(null, null, "is empty: send a header and rows, or rows alone");
        }
        if (file.json() || "[{".indexOf(head.stripLeading().charAt(0)) >= 0) {
            faults.placesAreRows();
            RowIntake rows = new RowIntake(options, true, limits, writer, faults);
            JsonFileRows.read(text, rows, faults);
            return rows.finish(input);
        }
        if (text.isAllInHead()) {
            refuseOneLine(text);
        }
        if (head.regionMatches(true, 0, "sep=", 0, 4)) {
            throw faults.stop(
                    faults.place(1),
                    null,
                    "is a spreadsheet's note of what parts the values, not a row: delete the line");
        }
        Character given = options.delimiter();
        char delimiter = given == null ? Delimiters.find(head) : given;
        RowIntake rows = new RowIntake(options, delimiter == ',', limits, writer, faults);
        CsvRows.read(text, delimiter, rows, faults);
        refuseOneLine(text);
        return rows.finish(input);
    }

    /** Refuses what some tool has joined to one line, so that it is not taken for a row. */
    private void refuseOneLine(Utf8Text text) {
        if (!text.hasLineEnd()) {
            throw faults.stop(
                    null,
                    null,
                    "is one line only, without an end: curl -d takes the line ends away, so send it by curl -T FILE, or by --data-binary @FILE");
        }
    }
}
