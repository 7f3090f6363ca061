package dev.feedforward.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTests {

    @Test
    void scalesAndHasATitleAndRefersToNothingOutside() throws Exception {
        byte[] svg = PlotFormat.SVG.write(Samples.costs(0.5, 0.2));

        Element root = parsed(svg).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1280 720");
        assertThat(elements(root, "title")).extracting(Element::getTextContent).containsExactly("Cost of course");
        assertThat(new String(svg, UTF_8)).containsOnlyOnce("http").doesNotContain("href", "<!DOCTYPE");
    }

    @Test
    void describesAxesAndDrawnCurvesWhenSomeAreNotDrawn() throws Exception {
        Curves curves = Samples.of(
                100,
                new Curve("cost", "cost", Samples.falling(100), true),
                new Curve("loss", "the loss", Samples.falling(100), false),
                new Curve("testCost", "test cost", Samples.falling(100), true));

        assertThat(text(curves, "desc")).isEqualTo("cost (mean absolute error) by iteration: cost, test cost");
        assertThat(lines(curves, Samples.BLUE)).hasSize(99);
        assertThat(lines(curves, Samples.VERMILION)).hasSize(99);
    }

    @Test
    void drawsFromTopLeftToBottomRightWhenTheCostFalls() throws Exception {
        List<Line> lines = lines(Samples.costs(1, 0.5, 0), Samples.BLUE);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).x1()).isBetween(100.0, 160.0);
        assertThat(lines.get(0).y1()).isBetween(80.0, 130.0);
        assertThat(lines.get(0).x2())
                .isCloseTo((lines.get(0).x1() + lines.get(1).x2()) / 2, within(0.1));
        assertThat(lines.get(0).y2())
                .isCloseTo((lines.get(0).y1() + lines.get(1).y2()) / 2, within(0.1));
        assertThat(lines.get(1).x2()).isBetween(1200.0, 1260.0);
        assertThat(lines.get(1).y2()).isBetween(560.0, 620.0);
    }

    @Test
    void joinsNeighboursWhenAValueIsMissing() throws Exception {
        assertThat(lines(Samples.costs(1, Double.NaN, 0.5, Double.POSITIVE_INFINITY, 0), Samples.BLUE))
                .hasSize(2);
    }

    @Test
    void marksPointsOnlyWhenThereAreFew() throws Exception {
        int legend = 1;

        assertThat(elements(root(Samples.costs(Samples.falling(30))), "circle")).hasSize(30 + legend);
        assertThat(elements(root(Samples.costs(Samples.falling(31))), "circle")).isEmpty();
    }

    @Test
    void staysSmallWhenThereAreManyPoints() {
        assertThat(PlotFormat.SVG.write(Samples.costs(Samples.falling(1_000)))).hasSizeLessThan(150_000);
        assertThat(PlotFormat.SVG.write(Samples.costs(Samples.falling(1_000_000))))
                .hasSizeLessThan(150_000);
    }

    @Test
    void putsTheLegendTopRightUnlessThatHidesTheCurve() throws Exception {
        double[] rising = IntStream.range(0, 100).mapToDouble(i -> i).toArray();

        assertThat(legend(Samples.costs(Samples.falling(100))).y1()).isLessThan(200);
        assertThat(legend(Samples.costs(rising)).y1()).isGreaterThan(500);
    }

    static Stream<Curves> empty() {
        return Stream.of(
                Samples.costs(),
                Samples.costs(Double.NaN, Double.NaN),
                Samples.of(2, new Curve("cost", "cost", new double[2], false)));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void saysSoWhenThereIsNothingToDraw(Curves curves) throws Exception {
        assertThat(text(curves, "desc")).endsWith(": no points yet");
        assertThat(elements(root(curves), "line")).isEmpty();
    }

    @Test
    void escapesWhenTextHoldsMarkupOrWhatXmlCannotHold() throws Exception {
        Curves curves = new Curves(
                "a < b & \"c\" \u0000\uD800 ]]>",
                "",
                " ",
                "x",
                new double[] {0},
                List.of(new Curve("y", "<y>\n", new double[] {1}, true), new Curve("z", "", new double[] {1}, true)));

        assertThat(text(curves, "title")).isEqualTo("a < b & \"c\" \uFFFD\uFFFD ]]>");
        assertThat(text(curves, "desc")).contains("<y>\uFFFD");
    }

    @Test
    void isTheSameWhateverTheLocale() {
        Locale before = Locale.getDefault();
        byte[] expected = PlotFormat.SVG.write(Samples.costs(Samples.falling(1_000)));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            byte[] actual = PlotFormat.SVG.write(Samples.costs(Samples.falling(1_000)));
            assertThat(new String(actual, UTF_8)).isEqualTo(new String(expected, UTF_8));
        } finally {
            Locale.setDefault(before);
        }
    }

    private record Line(double x1, double y1, double x2, double y2) {

        static Line of(Element line) {
            return new Line(number(line, "x1"), number(line, "y1"), number(line, "x2"), number(line, "y2"));
        }

        private static double number(Element line, String name) {
            return Double.parseDouble(line.getAttribute(name));
        }
    }

    private static String text(Curves curves, String element) throws Exception {
        return elements(root(curves), element).get(0).getTextContent();
    }

    /** The curve in the colour, without its line in the legend. */
    private static List<Line> lines(Curves curves, String colour) throws Exception {
        List<Line> all = coloured(curves, colour);
        return all.subList(0, all.size() - 1);
    }

    /** The legend's line of the first curve. */
    private static Line legend(Curves curves) throws Exception {
        List<Line> all = coloured(curves, Samples.BLUE);
        return all.get(all.size() - 1);
    }

    private static List<Line> coloured(Curves curves, String colour) throws Exception {
        Color rgb = Color.decode(colour);
        String stroke = "rgb(%d,%d,%d)".formatted(rgb.getRed(), rgb.getGreen(), rgb.getBlue());
        return elements(root(curves), "line").stream()
                .filter(line -> stroke(line).equals(stroke))
                .map(Line::of)
                .toList();
    }

    /** Its own, or else its group's. */
    private static String stroke(Element line) {
        String own = line.getAttribute("stroke");
        return own.isEmpty() ? ((Element) line.getParentNode()).getAttribute("stroke") : own;
    }

    private static Element root(Curves curves) throws Exception {
        return parsed(PlotFormat.SVG.write(curves)).getDocumentElement();
    }

    private static List<Element> elements(Element root, String name) {
        var nodes = root.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }
}
