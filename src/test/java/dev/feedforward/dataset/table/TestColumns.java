package dev.feedforward.dataset.table;

import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import java.util.List;

/** Columns to test with. */
public final class TestColumns {

    private TestColumns() {}

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, Role.INPUT, List.of(), 0);
    }

    public static Column category(String name, Role role, String... categories) {
        return new Column(name, Kind.CATEGORY, role, List.of(categories), 0);
    }
}
