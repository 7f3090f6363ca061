package dev.feedforward.plot.sheet;

import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.drawing.Page;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A confusion matrix: how many of each class were answered with which.
 *
 * @param name what a file of it is called, without its ending
 * @param rowLabel what the rows are, such as {@code actual}
 * @param columnLabel what the columns are, such as {@code answered}
 * @param labels of the classes, of rows as of columns
 * @param counts rows × columns; kept, not copied
 */
public record CountTable(
        String name, String title, String rowLabel, String columnLabel, List<String> labels, int[][] counts)
        implements Plot {

    /** @throws IllegalArgumentException where there are not as many rows and columns as labels, or no labels */
    public CountTable {
        labels = List.copyOf(labels);
        int size = labels.size();
        if (size == 0 || counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException("A table of %d classes, but of %d rows".formatted(size, counts.length));
        }
    }

    @Override
    public String description() {
        int right = 0;
        int all = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
            all += Arrays.stream(counts[i]).sum();
        }
        return "%s by row, %s by column: %d of %d on the diagonal".formatted(rowLabel, columnLabel, right, all);
    }

    @Override
    public String csv() {
        StringBuilder csv =
                new StringBuilder(Csv.row(Stream.concat(Stream.of(rowLabel + "\\" + columnLabel), labels.stream())
                        .map(Csv::text)));
        for (int i = 0; i < counts.length; i++) {
            csv.append(Csv.row(Stream.concat(
                    Stream.of(Csv.text(labels.get(i))), Arrays.stream(counts[i]).mapToObj(Integer::toString))));
        }
        return csv.toString();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new CountTablePainting(this, new Page(graphics, title)).paint();
    }
}
