package dev.feedforward.plot.sheet;

import dev.feedforward.plot.drawing.ChartStyle;
import dev.feedforward.plot.drawing.Page;
import dev.feedforward.plot.drawing.Page.Align;
import dev.feedforward.plot.drawing.Ramp;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;

/** Paints a {@link CountTable}: what is right in blue, what is wrong in vermilion, the more the deeper. */
final class CountTablePainting {

    private static final double LEFT = 330;
    private static final double RIGHT = 1200;
    private static final double TOP = 160;
    private static final double BOTTOM = 680;

    /** Smaller than this, numbers and labels are left out: the colours and the table in CSV remain. */
    private static final double LEAST_CELL = 18;

    private final CountTable table;
    private final Page page;
    private final double width;
    private final double height;
    private final Font font;

    CountTablePainting(CountTable table, Page page) {
        this.table = table;
        this.page = page;
        width = (RIGHT - LEFT) / table.labels().size();
        height = (BOTTOM - TOP) / table.labels().size();
        font = ChartStyle.font(Font.PLAIN, (int) Math.max(12, Math.min(26, Math.min(height * 0.6, width * 0.36))));
    }

    void paint() {
        Font axis = ChartStyle.font(Font.PLAIN, 24);
        page.text(table.columnLabel(), (LEFT + RIGHT) / 2, 116, Align.CENTRE, axis, ChartStyle.PALE_INK);
        for (int i = 0; i < table.counts().length; i++) {
            paintRow(i, Math.max(1, Arrays.stream(table.counts()[i]).sum()));
        }
        double widest = height >= LEAST_CELL ? paintLabels() : 0;
        page.textUpwards(table.rowLabel(), LEFT - 40 - widest, (TOP + BOTTOM) / 2, axis, ChartStyle.PALE_INK);
    }

    /** Each cell by its share of the row, so that rare classes show their mistakes like frequent ones. */
    private void paintRow(int i, int rows) {
        for (int j = 0; j < table.counts().length; j++) {
            int count = table.counts()[i][j];
            double share = (double) count / rows;
            double x = LEFT + j * width;
            double y = TOP + i * height;
            Color colour = i == j ? ChartStyle.LOW : ChartStyle.HIGH;
            page.fill(x, y, width, height, count == 0 ? Color.WHITE : Ramp.mix(colour, 0.15 + 0.85 * share));
            page.frame(x, y, width, height);
            if (height >= LEAST_CELL && count > 0) {
                Color ink = share > 0.5 ? Color.WHITE : ChartStyle.INK;
                page.text(
                        Integer.toString(count),
                        x + width / 2,
                        y + height / 2 + font.getSize() * 0.36,
                        Align.CENTRE,
                        font,
                        ink);
            }
        }
    }

    /** Answers how wide the widest label of a row is. */
    private double paintLabels() {
        double widest = 0;
        for (int i = 0; i < table.labels().size(); i++) {
            String label = table.labels().get(i);
            double y = TOP + (i + 0.5) * height + font.getSize() * 0.36;
            String fitting = page.fit(label, font, LEFT - 110);
            page.text(fitting, LEFT - 14, y, Align.RIGHT, font, ChartStyle.PALE_INK);
            widest = Math.max(widest, page.width(fitting, font));
            double x = LEFT + (i + 0.5) * width;
            page.text(page.fit(label, font, width - 6), x, TOP - 12, Align.CENTRE, font, ChartStyle.PALE_INK);
        }
        return widest;
    }
}
