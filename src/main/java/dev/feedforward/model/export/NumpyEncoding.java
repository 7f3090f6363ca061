package dev.feedforward.model.export;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.encoding.InputColumn;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.dataset.table.Column.Kind;
import org.jspecify.annotations.Nullable;

/** How rows become numbers, and numbers answers, in Python. */
final class NumpyEncoding {

    private final Encoding encoding;
    private final int inputs;

    /** Null where rows are numbers and nothing else. */
    private final @Nullable InputColumns mixed;

    /** @param inputs of the network */
    NumpyEncoding(Encoding encoding, int inputs) {
        this.encoding = encoding;
        this.inputs = inputs;
        InputColumns columns = encoding.columns();
        mixed = columns != null && isMixed(columns) ? columns : null;
    }

    /** Whether there are categories, or numbers that may be missing. */
    private static boolean isMixed(InputColumns columns) {
        return !columns.areAllNumbers() || columns.columns().stream().anyMatch(column -> column.mean() != null);
    }

    /** Whether the outputs stand for labels, which are then in {@code LABELS}. */
    boolean hasLabels() {
        return encoding.classes() != null;
    }

    /** {@code outputs} in the units of the answers, as an expression. */
    String decoded(String outputs) {
        return encoding.answers() == null ? outputs : outputs + " * ANSWER_DEVIATION + ANSWER_MEAN";
    }

    /** What the functions need to know. */
    String constants() {
        StringBuilder constants = new StringBuilder();
        constants.append(
                standardization("How inputs are brought to mean 0 and deviation 1.", "INPUT", encoding.inputs()));
        constants.append(
                standardization("How answers were brought to mean 0 and deviation 1.", "ANSWER", encoding.answers()));
        Classes classes = encoding.classes();
        if (classes != null) {
            constants.append(
                    "\n# What each output stands for.\nLABELS = %s\n".formatted(PythonText.list(classes.labels())));
        }
        if (mixed != null) {
            constants.append(
                    "\n# Of each column: its name, its categories or None for numbers, and what stands in for a"
                            + " missing number.\nCOLUMNS = [\n");
            mixed.columns().forEach(column -> constants.append(column(column)));
            constants.append("]\n");
        }
        return constants.toString();
    }

    private static String standardization(String comment, String name, @Nullable Standardization standardization) {
        return standardization == null
                ? ""
                : "\n# %s\n%s_MEAN = np.array(%s)\n%s_DEVIATION = np.array(%s)\n"
                        .formatted(
                                comment,
                                name,
                                PythonText.list(standardization.mean()),
                                name,
                                PythonText.list(standardization.deviation()));
    }

    private static String column(InputColumn column) {
        return "    (%s, %s, %s),\n"
                .formatted(
                        PythonText.of(column.name()),
                        column.kind() == Kind.NUMBER ? "None" : PythonText.list(column.categories()),
                        PythonText.of((Object) column.mean()));
    }

    /** The function {@code encode(rows)}, and those that it needs. */
    String function() {
        String numbers = mixed == null ? "" : """


                def numbers(column, value):
                    name, categories, mean = column
                    if categories is not None:
                        if value is not None and value not in categories:
                            raise ValueError(f"{value!r} is none of the categories of {name!r}")
                        return [1.0 if category == value else 0.0 for category in categories]
                    if value is None and mean is None:
                        raise ValueError(f"{name!r} is missing")
                    return [mean if value is None else value]


                def encode_row(row):
                    if len(row) != len(COLUMNS):
                        raise ValueError(f"{len(row)} values, of {len(COLUMNS)} columns")
                    return [number for column, value in zip(COLUMNS, row) for number in numbers(column, value)]
                """;
        return numbers
                + """


                def encode(rows):
                    ""\"Rows as they are given, as the network takes them: rows x %d.""\"
                    x = np.array(%s, dtype=float)
                    if x.ndim != 2 or x.shape[1] != %d:
                        raise ValueError("Give a list of rows of %d values each.")
                    return %s
                """.formatted(
                                inputs,
                                mixed == null ? "rows" : "[encode_row(row) for row in rows]",
                                inputs,
                                mixed == null ? inputs : mixed.columns().size(),
                                encoding.inputs() == null ? "x" : "(x - INPUT_MEAN) / INPUT_DEVIATION");
    }
}
