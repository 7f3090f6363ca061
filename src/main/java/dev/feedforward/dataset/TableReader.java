package dev.feedforward.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads data sets' rows from the database, chunk by chunk. */
@Component
class TableReader {

    private final DatasetRepository repository;

    TableReader(DatasetRepository repository) {
        this.repository = repository;
    }

    /** All rows; nothing if the data set is gone, or going. */
    Optional<Table> read(Dataset dataset) {
        List<Chunk> chunks = new ArrayList<>();
        int rows = 0;
        while (rows < dataset.definition().rows()) {
            Optional<Chunk> next = chunk(dataset, chunks.size());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            chunks.add(next.get());
            rows += next.get().rows();
        }
        return Optional.of(new Table(dataset.definition().columns(), chunks));
    }

    /** A table of the first rows alone, as many as come in one piece. */
    Optional<Table> readFirst(Dataset dataset) {
        return chunk(dataset, 0).map(first -> new Table(dataset.definition().columns(), List.of(first)));
    }

    private Optional<Chunk> chunk(Dataset dataset, int number) {
        return repository
                .chunk(dataset.id(), number)
                .map(bytes -> recoded(Chunk.decode(bytes), dataset.definition().codes()));
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
