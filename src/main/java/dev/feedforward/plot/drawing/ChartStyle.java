package dev.feedforward.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** Style of a chart of 1280 × 720 that can be read from the back row: large letters, thick lines, little else. */
public final class ChartStyle {

    /** Okabe and Ito's palette, which the colour-blind can tell apart, without its yellow, pale on white. */
    private static final Color[] COLOURS = Stream.of(
                    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
            .map(Color::decode)
            .toArray(Color[]::new);

    public static final Color INK = Color.decode("#222222");
    public static final Color PALE_INK = Color.decode("#555555");
    public static final Color GRID = Color.decode("#e3e3e3");

    public static final Color LOW = COLOURS[0];
    public static final Color HIGH = COLOURS[1];

    private ChartStyle() {}

    /** One colour after the other, and again from the first. */
    public static Color colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    public static void giveTo(XYChart chart) {
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartFontColor(PALE_INK);
        style.setChartPadding(36);
        setTitle(style, chart.getTitle().length());
        setAxes(style);
        setPlot(style);
    }

    private static void setTitle(XYStyler style, int length) {
        // XChart would let a long title run over the edge.
        style.setChartTitleFont(font(Font.BOLD, Math.min(34, 1_700 / (1 + length))));
        style.setChartTitleFontColor(INK);
        style.setChartTitlePadding(14);
    }

    private static void setAxes(XYStyler style) {
        style.setAxisTitleFont(font(Font.PLAIN, 24));
        style.setAxisTitlePadding(18);
        style.setAxisTickLabelsFont(font(Font.PLAIN, 22));
        style.setAxisTickLabelsColor(PALE_INK);
        style.setAxisTickPadding(10);
        style.setAxisTicksMarksVisible(false);
        style.setAxisTicksLineVisible(false);
        style.setYAxisLabelAlignment(TextAlignment.Right);
        // By their upper edge: a comma reaches below the line and would lift the digits.
        style.setXAxisLabelAlignmentVertical(TextAlignment.Right);
    }

    private static void setPlot(XYStyler style) {
        style.setPlotBorderVisible(false);
        style.setPlotMargin(0);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setSeriesColors(COLOURS);
        style.setMarkerSize(11);
        style.setLegendFont(font(Font.PLAIN, 24));
        style.setLegendPadding(14);
        style.setLegendSeriesLineLength(44);
        style.setLegendBorderColor(GRID);
        style.setLegendPosition(LegendPosition.InsideNE);
        style.setAnnotationTextFont(font(Font.PLAIN, 30));
        style.setAnnotationTextFontColor(PALE_INK);
    }

    /** The platform's own, which every server has that has any. */
    public static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
