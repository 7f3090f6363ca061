package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.table.DataWarning;
import java.util.List;

/**
 * What is where in a file.
 *
 * @param columns those that are kept, in the file's order
 * @param width values of a row of the file
 * @param firstRow the sample's first row that is not the header
 * @param point what stands before the fraction of a number
 * @param warnings of what the first row was taken for
 */
record FileLayout(List<FileColumn> columns, int width, int firstRow, char point, List<DataWarning> warnings) {}
