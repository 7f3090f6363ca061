package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.file.DecimalMark;
import dev.feedforward.dataset.file.DecimalText;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.Sample;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.dataset.table.MissingValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Infers the schema of a file, what its columns are, from its first rows, as far as nobody says it. */
final class SchemaInference {

    /** A column is numbers if at least so many of ten present values are. */
    private static final int NUMBERS_OF_TEN = 9;

    /** Fewer columns than this may well have a row 0, 1 or 1, 2. */
    private static final int LEAST_COUNTED = 3;

    private static final Set<String> SPLIT_VALUES = Set.of("train", "training", "test");

    private final Sample sample;
    private final UploadOptions options;
    private final FileFaults faults;
    private final DecimalText reader;
    private final char point;
    private int firstRow;

    /** @param commaDelimits whether a comma cannot stand before a fraction */
    SchemaInference(Sample sample, UploadOptions options, boolean commaDelimits, FileFaults faults) {
        this.sample = sample;
        this.options = options;
        this.faults = faults;
        point = commaDelimits ? '.' : new DecimalMark(sample, faults).find();
        reader = new DecimalText(point);
    }

    /** Tells what many rows have in common once, in place of each row's width. */
    private void refuseDelimitersAtTheEnd() {
        int width = sample.width(0);
        boolean all = IntStream.range(1, sample.rows())
                .allMatch(row -> sample.width(row) == width + 1 && sample.isMissing(row, width));
        if (all) {
            throw faults.stop(
                    faults.place(sample.place(1)),
                    null,
                    "and all rows after it end in a delimiter, so that they have %d values, but the first line names %d columns: take the delimiter at the ends away, or add a name to the first line and leave that column out by ignore=%d"
                            .formatted(width + 1, width, width + 1));
        }
    }

    /**
     * What the sample's columns are.
     *
     * @throws dev.feedforward.error.InvalidRequestException if they cannot be used
     */
    FileLayout find() {
        if (sample.rows() == 0) {
            throw faults.stop(null, null, "is empty: send a header and rows, or rows alone");
        }
        boolean header = hasHeader();
        firstRow = header ? 1 : 0;
        if (sample.rows() == firstRow) {
            throw faults.stop(
                    null, null, "has a header and no rows; if its only line is a row of values, say header=false");
        }
        ColumnNames names =
                header ? ColumnNames.ofHeader(sample, faults) : ColumnNames.numbered(sample.width(0), faults);
        if (header) {
            refuseDelimitersAtTheEnd();
        }
        List<FileColumn> columns = columns(names);
        faults.throwIfAny();
        return new FileLayout(columns, names.size(), firstRow, point, header ? List.of() : countingFirstRow());
    }

    private boolean hasHeader() {
        if (sample.place(0) == 0) {
            return true;
        }
        if (options.header() != null) {
            return options.header();
        }
        int width = sample.width(0);
        boolean texts = IntStream.range(0, width).allMatch(i -> Double.isNaN(sample.number(0, i, reader)));
        if (!texts || sample.rows() == 1) {
            return texts;
        }
        firstRow = 1;
        return IntStream.range(0, width).anyMatch(i -> kind(i) == Kind.NUMBER && hasValue(i)) || isUnlikeTheRest(width);
    }

    /** Whether the first row's texts are all different and none occurs again below. */
    private boolean isUnlikeTheRest(int width) {
        Set<String> first = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String text = sample.text(0, i);
            int column = i;
            boolean again = rowsWith(i).anyMatch(row -> sample.text(row, column).equals(text));
            if (again || !first.add(text)) {
                return false;
            }
        }
        return true;
    }

    /** A warning of a first row 0, 1, 2 …, which programs write where columns have no names. */
    private List<DataWarning> countingFirstRow() {
        int width = sample.width(0);
        double first = width < LEAST_COUNTED ? Double.NaN : sample.number(0, 0, reader);
        boolean counts = IntStream.range(0, width).allMatch(i -> sample.number(0, i, reader) == first + i);
        if (options.header() != null || !counts || first != 0.0 && first != 1.0) {
            return List.of();
        }
        return List.of(new DataWarning(
                "numeric_header",
                "The first line counts from %d to %d, and was taken for a row."
                        .formatted((int) first, (int) first + width - 1),
                "If it names the columns, say header=true; if it is a row, say header=false."));
    }

    private List<FileColumn> columns(ColumnNames names) {
        Set<Integer> ignored = names.find("ignore", options.ignore());
        names.check(ignored);
        Set<Integer> categories = names.find("categories", options.categories());
        Set<Integer> numbers = names.find("numbers", options.numbers());
        int split = split(names, ignored);
        Set<Integer> answers = answers(names, ignored, split);
        List<FileColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!ignored.contains(i)) {
                Role role = i == split ? Role.SPLIT : answers.contains(i) ? Role.ANSWER : Role.INPUT;
                Kind kind = i == split || categories.contains(i)
                        ? Kind.CATEGORY
                        : numbers.contains(i) ? Kind.NUMBER : kind(i);
                boolean said = categories.contains(i) || numbers.contains(i);
                columns.add(new FileColumn(i, names.get(i), kind, role, said));
            }
        }
        check(columns);
        return columns;
    }

    private int split(ColumnNames names, Set<Integer> ignored) {
        if (options.split() != null) {
            return names.find("split", List.of(options.split())).stream()
                    .findFirst()
                    .orElse(-1);
        }
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase("split") && !ignored.contains(i))
                .filter(i -> rowsWith(i).allMatch(row -> SPLIT_VALUES.contains(lower(row, i))))
                .findFirst()
                .orElse(-1);
    }

    private String lower(int row, int column) {
        return sample.text(row, column).toLowerCase(Locale.ROOT);
    }

    private Set<Integer> answers(ColumnNames names, Set<Integer> ignored, int split) {
        if (!options.answers().isEmpty()) {
            return names.find("answers", options.answers());
        }
        return IntStream.iterate(names.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> i != split && !ignored.contains(i))
                .limit(1)
                .boxed()
                .collect(Collectors.toSet());
    }

    private void check(List<FileColumn> columns) {
        checkEmpty(columns);
        List<FileColumn> answers =
                columns.stream().filter(column -> column.role() == Role.ANSWER).toList();
        if (columns.stream().noneMatch(column -> column.role() == Role.INPUT)) {
            faults.add(
                    null,
                    null,
                    "has no column for input beside its answers: if its values are not separated by , ; | or tab, say which by delimiter=");
        }
        // Unless it is said already that the columns that were named are not there.
        if (answers.isEmpty() && faults.isEmpty()) {
            faults.add("parameter answers", null, "names no column that is neither ignored nor the split");
        }
        answers.stream()
                .filter(answer -> answers.size() > 1 && answer.kind() == Kind.CATEGORY)
                .forEach(answer -> faults.add(
                        null,
                        answer.name(),
                        "is of texts, so it cannot be one of %d answers: name it alone, or columns of numbers"
                                .formatted(answers.size())));
        if (options.testAsked()) {
            columns.stream()
                    .filter(column -> column.role() == Role.SPLIT)
                    .forEach(column -> faults.add(
                            "parameter test",
                            null,
                            "the column %s says which rows are to test with: leave test out, or say ignore=%s"
                                    .formatted(Cells.show(column.name()), column.name())));
        }
    }

    /**
     * Tells of a column without a value once, rather than of its every cell; of one without a name it is told already.
     */
    private void checkEmpty(List<FileColumn> columns) {
        if (options.missing() == MissingValues.REFUSE) {
            columns.stream()
                    .filter(column -> !column.name().isEmpty() && !hasValue(column.place()))
                    .forEach(column -> faults.add(
                            null,
                            column.name(),
                            "has no value in the first %d rows: leave it out by ignore=%s"
                                    .formatted(sample.rows() - firstRow, column.name())));
        }
    }

    private Kind kind(int column) {
        long present = rowsWith(column).count();
        long numbers = rowsWith(column)
                .filter(row -> !Double.isNaN(sample.number(row, column, reader)))
                .count();
        return numbers * 10 >= present * NUMBERS_OF_TEN ? Kind.NUMBER : Kind.CATEGORY;
    }

    private boolean hasValue(int column) {
        return rowsWith(column).findAny().isPresent();
    }

    /** The rows that have a value in this column. */
    private IntStream rowsWith(int column) {
        return IntStream.range(firstRow, sample.rows())
                .filter(row -> column < sample.width(row) && !sample.isMissing(row, column));
    }
}
