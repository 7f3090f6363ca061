package dev.feedforward.dataset.rows;

import dev.feedforward.dataset.encoding.InputColumn;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.error.Fault;
import dev.feedforward.error.Faults;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Rows to ask a model about, in JSON: by position as arrays of numbers, texts and nulls or as bit strings, or by name
 * as objects.
 *
 * @param numbers the rows that are nothing but numbers, in order
 * @param others the other rows by their place among all: a {@code List<Object>} or a {@code Map<String, Object>} of
 *     {@code Double}, {@code String} and null
 */
@JsonDeserialize(using = AskedRowsDeserializer.class)
public record AskedRows(
        @Schema(hidden = true) Matrix numbers,
        @Schema(hidden = true) Map<Integer, Object> others) {

    /** How many rows there are. */
    public int rows() {
        return numbers.rows() + others.size();
    }

    /**
     * The rows as a network takes them before they are standardised: rows × inputs.
     *
     * @param columns what the network was trained on; null where its rows came without names
     * @param faults what cannot be used is added to; the rows are worth nothing then
     */
    public Matrix encode(@Nullable InputColumns columns, Faults faults) {
        if (columns == null || (others.isEmpty() && columns.areAllNumbers())) {
            others.keySet()
                    .forEach(row -> faults.add(
                            "#/inputs/" + row,
                            "a row of this model is numbers in the order of its inputs: it knows no names or texts"));
            return numbers;
        }
        return encodeByColumn(columns, faults);
    }

    private Matrix encodeByColumn(InputColumns columns, Faults faults) {
        int width = columns.width();
        RequestMemory.take((long) Double.BYTES * rows() * width);
        double[] target = new double[Math.multiplyExact(rows(), width)];
        int number = 0;
        for (int row = 0; row < rows(); row++) {
            RowReader reader = new RowReader(columns, "#/inputs/" + row, faults);
            Object other = others.get(row);
            double[] values;
            if (other == null) {
                values = reader.read(boxed(numbers.row(number++)));
            } else {
                values = other instanceof Map<?, ?> named ? reader.read(named) : reader.read((List<?>) other);
            }
            columns.encode(values, target, row * width);
        }
        return new Matrix(rows(), width, target);
    }

    private static List<Double> boxed(double[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    /** Reads one row by the columns that it is for. */
    private record RowReader(InputColumns columns, String at, Faults faults) {

        private void add(String place, Supplier<String> detail) {
            faults.add(() -> new Fault(place, detail.get()));
        }

        double[] read(List<?> cells) {
            double[] values = new double[columns.columns().size()];
            if (cells.size() != values.length) {
                add(
                        at,
                        () -> "%d values, this model takes %d: %s"
                                .formatted(cells.size(), values.length, columns.names()));
                return values;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = value(columns.columns().get(i), cells.get(i), at + "/" + i);
            }
            return values;
        }

        double[] read(Map<?, ?> named) {
            List<String> names =
                    columns.columns().stream().map(InputColumn::name).toList();
            for (Object name : named.keySet()) {
                if (!names.contains(name)) {
                    add(
                            at + "/" + name,
                            () -> "not a column of this model%s: it takes %s"
                                    .formatted(
                                            NearestName.of((String) name, names)
                                                    .map(", did you mean \"%s\""::formatted)
                                                    .orElse(""),
                                            columns.names()));
                }
            }
            return columns.columns().stream()
                    .mapToDouble(column -> value(column, named.get(column.name()), at + "/" + column.name()))
                    .toArray();
        }

        private double value(InputColumn column, @Nullable Object cell, String cellAt) {
            if (cell == null) {
                if (column.kind() == Kind.NUMBER && column.mean() == null) {
                    add(
                            cellAt,
                            () -> "missing: the model was trained without missing values in \"%s\""
                                    .formatted(column.name()));
                }
                return Double.NaN;
            }
            return column.kind() == Kind.NUMBER ? number(column, cell, cellAt) : place(column, cell, cellAt);
        }

        private double number(InputColumn column, Object cell, String cellAt) {
            if (cell instanceof Double number) {
                return number;
            }
            add(cellAt, () -> "\"%s\" takes a number, not \"%s\"".formatted(column.name(), cell));
            return 0.0;
        }

        private double place(InputColumn column, Object cell, String cellAt) {
            String text = cell instanceof Double number && number == Math.rint(number)
                    ? String.valueOf(number.longValue())
                    : cell.toString();
            int place = column.categories().indexOf(text);
            if (place < 0) {
                add(
                        cellAt,
                        () -> "\"%s\" is none of the categories of \"%s\": %s"
                                .formatted(
                                        text,
                                        column.name(),
                                        String.join(
                                                ", ",
                                                column.categories()
                                                        .subList(
                                                                0,
                                                                Math.min(
                                                                        20,
                                                                        column.categories()
                                                                                .size())))));
            }
            return place;
        }
    }
}
