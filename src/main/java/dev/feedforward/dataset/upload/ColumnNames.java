package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.Sample;
import dev.feedforward.json.name.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The names of a file's columns, and the columns that a parameter means. */
final class ColumnNames {

    private static final int LONGEST = 200;

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final FileFaults faults;

    /** Place of the header, in words. */
    private final String header;

    private ColumnNames(List<String> names, String header, FileFaults faults) {
        this.names = names;
        this.header = header;
        this.faults = faults;
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
    }

    /** The names "column 1", "column 2" … of a file that has none. */
    static ColumnNames numbered(int count, FileFaults faults) {
        return new ColumnNames(
                IntStream.rangeClosed(1, count).mapToObj(i -> "column " + i).toList(), "", faults);
    }

    /** The names in the sample's first row. */
    static ColumnNames ofHeader(Sample sample, FileFaults faults) {
        return new ColumnNames(
                IntStream.range(0, sample.width(0))
                        .mapToObj(i -> sample.text(0, i))
                        .toList(),
                faults.place(sample.place(0)),
                faults);
    }

    /** Notes the columns that have no name of their own, but for those that are {@code ignored}. */
    void check(Set<Integer> ignored) {
        for (int i = 0; i < names.size(); i++) {
            if (!ignored.contains(i)) {
                check(i);
            }
        }
    }

    private void check(int column) {
        String name = names.get(column);
        String place = "%s, column %d".formatted(header, column + 1);
        int first = Objects.requireNonNull(places.get(name)) + 1;
        if (name.isEmpty()) {
            faults.add(
                    place,
                    null,
                    "has no name: leave it out by ignore=%d, as the row numbers that programs write, or name it, or say header=false if the first line is a row of values"
                            .formatted(column + 1));
        } else if (first <= column) {
            faults.add(
                    place,
                    null,
                    "is named %s, as column %d is: give it another name, or leave it out by ignore=%d"
                            .formatted(Cells.show(name), first, column + 1));
        } else if (name.length() > LONGEST) {
            faults.add(place, null, "has a name of more than %d characters".formatted(LONGEST));
        }
    }

    int size() {
        return names.size();
    }

    String get(int place) {
        return names.get(place);
    }

    /** The places of the columns that a parameter means; what is no column is noted. */
    Set<Integer> find(String parameter, List<String> wanted) {
        Set<Integer> found = new TreeSet<>();
        for (String entry : wanted) {
            if (places.containsKey(entry)) {
                found.add(places.get(entry));
            } else {
                for (String name : entry.split(",", -1)) {
                    findOne(parameter, name.strip(), found);
                }
            }
        }
        return found;
    }

    private void findOne(String parameter, String name, Set<Integer> found) {
        Integer place = places.get(name);
        if (place == null && name.matches("\\d{1,6}")) {
            int number = Integer.parseInt(name);
            place = number >= 1 && number <= names.size() ? number - 1 : null;
        }
        if (place != null) {
            found.add(place);
            return;
        }
        String meant = NearestName.of(name, names)
                .map(nearest -> "; did you mean %s?".formatted(Cells.show(nearest)))
                .orElse("; there are %s".formatted(some()));
        faults.add("parameter " + parameter, null, "there is no column %s%s".formatted(Cells.show(name), meant));
    }

    private String some() {
        List<String> shown = names.stream().limit(10).map(Cells::show).toList();
        return String.join(", ", shown)
                + (names.size() > shown.size() ? " and " + (names.size() - shown.size()) + " more" : "");
    }
}
