package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;

/**
 * A column of a file that is kept.
 *
 * @param place its place in the file, from 0
 * @param said whether a parameter said its kind
 */
record FileColumn(int place, String name, Kind kind, Role role, boolean said) {}
