package dev.feedforward.dataset;

import java.io.EOFException;
import java.io.IOException;

/** One file, from its bytes to stored rows. */
final class FileReading {

    private final UploadedFile file;
    private final UploadOptions options;
    private final DatasetLimits limits;
    private final FileFaults faults;

    FileReading(UploadedFile file, UploadOptions options, DatasetLimits limits, FileFaults faults) {
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
    Intake.Stored read(ChunkWriter writer) throws IOException {
        try {
            return readAll(writer);
        } catch (EOFException e) {
            throw faults.stop(null, null, "ends too early: it was cut off on its way, or when it was compressed");
        }
    }

    private Intake.Stored readAll(ChunkWriter writer) throws IOException {
        FileInput input = new FileInput(file.content(), limits.datasetBytes().toBytes(), writer::touch);
        // Not closed: the body is the server's to close.
        Utf8Text text = new Utf8Text(input, faults);
        String head = text.head();
        if (head.isBlank()) {
            throw faults.stop(null, null, "is empty: send a header and rows, or rows alone");
        }
        if (file.json() || head.stripLeading().startsWith("[")) {
            faults.placesAreRows();
            Intake rows = new Intake(options, true, limits, writer, faults);
            JsonFileRows.read(text, rows, faults);
            return rows.finish(input);
        }
        Character given = options.delimiter();
        char delimiter = given == null ? Delimiters.find(head) : given;
        Intake rows = new Intake(options, delimiter == ',', limits, writer, faults);
        CsvRows.read(text, delimiter, rows, faults);
        return rows.finish(input);
    }
}
