package dev.feedforward.plot.sheet;

import dev.feedforward.plot.Csv;
import dev.feedforward.plot.Plot;
import dev.feedforward.plot.drawing.Page;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value for each of some things. The arrays are kept, not copied.
 *
 * @param name what a file of it is called, without its ending
 * @param valueLabel what the values are
 * @param labels of the things
 * @param values one a label
 * @param deviations how much each value may be off, in its own unit
 */
public record Bars(
        String name, String title, String valueLabel, List<String> labels, double[] values, double[] deviations)
        implements Plot {

    /** @throws IllegalArgumentException where there are not as many values and deviations as labels */
    public Bars {
        labels = List.copyOf(labels);
        if (values.length != labels.size() || deviations.length != labels.size()) {
            throw new IllegalArgumentException("%d labels, %d values and %d deviations"
                    .formatted(labels.size(), values.length, deviations.length));
        }
    }

    @Override
    public String description() {
        return "%s: %s".formatted(valueLabel, labels.isEmpty() ? "none" : String.join(", ", labels));
    }

    @Override
    public String csv() {
        StringBuilder csv = new StringBuilder(
                Csv.row(Stream.of("label", valueLabel, "deviation").map(Csv::text)));
        for (int i = 0; i < values.length; i++) {
            csv.append(Csv.row(Stream.of(Csv.text(labels.get(i)), Csv.number(values[i]), Csv.number(deviations[i]))));
        }
        return csv.toString();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new BarsPainting(this, new Page(graphics, title)).paint();
    }
}
