package dev.feedforward.dataset.store;

import dev.feedforward.dataset.table.Chunk;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads data sets' rows from the database, chunk by chunk. */
@Component
public class TableReader {

    private final DatasetRepository repository;

    public TableReader(DatasetRepository repository) {
        this.repository = repository;
    }

    /** All rows, of which nothing is counted once they are read; nothing if the data set is gone, or going. */
    public Optional<Table> read(Dataset dataset) {
        List<Chunk> chunks = new ArrayList<>();
        int rows = 0;
        try (Reservation passing = RequestMemory.passing()) {
            while (rows < dataset.definition().rows()) {
                Optional<Chunk> next = chunk(dataset, chunks.size());
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                chunks.add(next.get());
                rows += next.get().rows();
            }
        }
        return Optional.of(new Table(dataset.definition().columns(), chunks));
    }

    /** A table of the first rows alone, as many as come in one piece. */
    public Optional<Table> readFirst(Dataset dataset) {
        return read(dataset, 0);
    }

    /**
     * The values of rows {@code from} to before {@code to}, to show; nothing if the data set is gone, or going.
     *
     * @param to at most as many as there are rows
     */
    public Optional<List<List<@Nullable Object>>> show(Dataset dataset, int from, int to) {
        List<List<@Nullable Object>> shown = new ArrayList<>();
        Optional<Table> first = readFirst(dataset);
        int rowsAChunk = first.map(Table::rows).orElse(0);
        for (int row = from; row < to && rowsAChunk > 0; ) {
            int number = row / rowsAChunk;
            Optional<Table> part = number == 0 ? first : read(dataset, number);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            int before = number * rowsAChunk;
            int end = Math.min(to, before + rowsAChunk);
            shown.addAll(part.get().show(row - before, end - before));
            row = end;
        }
        return first.map(table -> shown);
    }

    private Optional<Table> read(Dataset dataset, int number) {
        return chunk(dataset, number)
                .map(chunk -> new Table(dataset.definition().columns(), List.of(chunk)));
    }

    private Optional<Chunk> chunk(Dataset dataset, int number) {
        Optional<Chunk> found = repository.chunk(
                dataset,
                number,
                bytes -> recoded(Chunk.decode(bytes), dataset.definition().codes()));
        if (found.isEmpty()) {
            repository.requireGone(dataset.id());
        }
        return found;
    }

    /** The chunk with its categories by their places in the columns. */
    private static Chunk recoded(Chunk chunk, List<List<Integer>> codes) {
        if (codes.stream().allMatch(List::isEmpty)) {
            return chunk;
        }
        int columns = codes.size();
        double[] values = new double[chunk.rows() * columns];
        for (int row = 0; row < chunk.rows(); row++) {
            chunk.copyRow(row, values, row * columns);
        }
        for (int column = 0; column < columns; column++) {
            List<Integer> code = codes.get(column);
            for (int at = column; !code.isEmpty() && at < values.length; at += columns) {
                values[at] = Double.isNaN(values[at]) ? Double.NaN : code.get((int) values[at]);
            }
        }
        return Chunk.encode(values, chunk.rows(), columns);
    }
}
