package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.FileInput;
import dev.feedforward.dataset.file.RowSink;
import dev.feedforward.dataset.file.Sample;
import dev.feedforward.dataset.store.ChunkWriter;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.store.DatasetLimits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes in a file's rows: holds the first back until they tell what the columns are, then encodes them all. */
public final class RowIntake implements RowSink {

    private final UploadOptions options;
    private final boolean commaDelimits;
    private final DatasetLimits limits;
    private final ChunkWriter writer;
    private final FileFaults faults;
    private final Sample sample;
    private @Nullable RowEncoder encoder;
    private RowSink sink;
    private int columns;

    RowIntake(
            UploadOptions options, boolean commaDelimits, DatasetLimits limits, ChunkWriter writer, FileFaults faults) {
        this.options = options;
        this.commaDelimits = commaDelimits;
        this.limits = limits;
        this.writer = writer;
        this.faults = faults;
        sample = new Sample(limits.datasetColumns(), faults);
        sink = sample;
    }

    @Override
    public void begin(long place) {
        sink.begin(place);
    }

    @Override
    public void cell(char[] text, int offset, int length, boolean quoted) {
        sink.cell(text, offset, length, quoted);
    }

    @Override
    public void end() {
        sink.end();
        if (encoder == null && sample.isFull()) {
            encode();
        }
    }

    private void encode() {
        FileLayout layout = new SchemaInference(sample, options, commaDelimits, faults).find();
        columns = layout.columns().size();
        encoder = new RowEncoder(layout, options.missing(), limits, writer, faults);
        sink = encoder;
        sample.replay(layout.firstRow(), encoder);
    }

    /** Ends the file: what was stored of it, under the id that {@link ChunkWriter#finish} gave it. */
    Stored finish(FileInput input) {
        if (encoder == null) {
            encode();
        }
        DatasetDefinition definition =
                Objects.requireNonNull(encoder).finish(options.splitting(), input.sha256(), input.count());
        return new Stored(writer.finish(columns), definition);
    }

    /** Rows that are stored, and what they are. */
    public record Stored(long id, DatasetDefinition definition) {}
}
