package dev.feedforward.dataset;

import dev.feedforward.dataset.Column.Kind;
import dev.feedforward.dataset.Column.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Describes the built-in data sets as they are drawn where nothing is said of how. */
@Component
class BuiltInSetListing implements BuiltInListing {

    @Override
    public List<DatasetDetails> describe() {
        return BuiltInSets.all().stream().map(BuiltInSetListing::describe).toList();
    }

    private static DatasetDetails describe(BuiltInSet set) {
        Generated rows = set.generate(null, null, null);
        AnsweredRows test = rows.test();
        List<String> labels = labels(rows.training());
        List<double[]> values = new ArrayList<>();
        append(rows.training(), labels, values);
        if (test != null) {
            append(test, labels, values);
        }
        return DatasetDetails.ofBuiltIn(
                set.name(),
                columns(set.layout(), labels),
                values.toArray(double[][]::new),
                test == null ? 0 : test.inputs().rows());
    }

    private static List<String> labels(AnsweredRows rows) {
        Classes classes = rows.answers().classes();
        return classes == null ? List.of() : classes.labels();
    }

    private static List<Column> columns(SetLayout layout, List<String> labels) {
        List<Column> columns = new ArrayList<>();
        for (String input : layout.inputs()) {
            columns.add(new Column(input, Kind.NUMBER, Role.INPUT, List.of(), 0));
        }
        Kind kind = labels.isEmpty() ? Kind.NUMBER : Kind.CATEGORY;
        columns.add(new Column(layout.answer(), kind, Role.ANSWER, labels, 0));
        return columns;
    }

    private static void append(AnsweredRows rows, List<String> labels, List<double[]> values) {
        int inputs = rows.inputs().columns();
        for (int row = 0; row < rows.inputs().rows(); row++) {
            double[] all = new double[inputs + 1];
            rows.inputs().copyRow(row, all, 0);
            all[inputs] = labels.isEmpty()
                    ? rows.answers().numbers().values()[row]
                    : Collections.binarySearch(
                            labels,
                            Objects.requireNonNull(rows.answers().labels()).get(row));
            values.add(all);
        }
    }
}
