package dev.feedforward.dataset;

import dev.feedforward.dataset.Column.Kind;
import dev.feedforward.dataset.Column.Role;
import java.util.List;

/** Columns to test with. */
final class TestColumns {

    private TestColumns() {}

    static Column number(String name) {
        return new Column(name, Kind.NUMBER, Role.INPUT, List.of(), 0);
    }

    static Column category(String name, Role role, String... categories) {
        return new Column(name, Kind.CATEGORY, role, List.of(categories), 0);
    }
}
