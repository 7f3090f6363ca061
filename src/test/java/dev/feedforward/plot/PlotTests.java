package dev.feedforward.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.plot.curve.Scatter;
import dev.feedforward.plot.drawing.Axis;
import dev.feedforward.plot.drawing.Scale;
import dev.feedforward.plot.sheet.Bars;
import dev.feedforward.plot.sheet.CountTable;
import dev.feedforward.plot.sheet.HeatMap;
import dev.feedforward.plot.sheet.HeatMap.Trace;
import dev.feedforward.plot.sheet.ImageSheet;
import dev.feedforward.plot.sheet.ImageSheet.Image;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Plots other than curves. */
class PlotTests {

    private static final Color BLUE = Color.decode("#0072b2");
    private static final Color VERMILION = Color.decode("#d55e00");

    static List<Plot> plots() {
        return PlotSamples.all();
    }

    @ParameterizedTest
    @MethodSource("plots")
    void tellsWhatItShowsInTheSvg(Plot plot) throws Exception {
        byte[] svg = PlotFormat.SVG.write(plot);

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
        assertThat(text(root, "title")).isEqualTo(plot.title());
        assertThat(text(root, "desc")).isEqualTo(plot.description());
        assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("href", "<script", "<!DOCTYPE");
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void describesWhatIsSeen() {
        assertThat(PlotSamples.bowl().description())
                .isEqualTo("loss by weight 0 to 1 and weight 2 to 1; the training, now");
        assertThat(PlotSamples.confusion().description())
                .isEqualTo("actual by row, answered by column: 27 of 30 on the diagonal");
        assertThat(PlotSamples.digits().description()).startsWith("7, is 1 (90 %); 7, is 1 (91 %)");
    }

    @Test
    void writesTables() {
        assertThat(PlotSamples.confusion().csv())
                .isEqualTo("actual\\answered,setosa,versicolor,virginica\n"
                        + "setosa,10,0,0\nversicolor,0,9,1\nvirginica,0,2,8\n");
        assertThat(PlotSamples.scatter().csv())
                .isEqualTo("actual price,predicted price\n100000,120000\n250000,240000\n400000,390000\n,1\n");
        assertThat(PlotSamples.bars().csv()).contains("label,accuracy lost", "petal length,0.31,0.02\n");
        assertThat(PlotSamples.bowl().csv().lines()).hasSize(1 + 31 * 31).contains("-3.0,-3.0,18.0".replace(".0", ""));
        assertThat(PlotSamples.digits().csv().lines().skip(1).findFirst())
                .hasValueSatisfying(row -> assertThat(row).startsWith("\"7, is 1 (90 %)\",1,0,"));
    }

    @Test
    void makesNoFormulaOfALabel() {
        Bars bars = new Bars("b", "b", "v", List.of("=cmd()", "a,\"b\"", "-3"), new double[3], new double[3]);

        assertThat(bars.csv()).isEqualTo("label,v,deviation\n'=cmd(),0,0\n\"a,\"\"b\"\"\",0,0\n'-3,0,0\n");
    }

    @Test
    void coloursLowBlueAndHighVermilion() throws IOException {
        double[][] values = {{0, Double.NaN}, {5, 10}};
        BufferedImage image =
                png(new HeatMap("m", "m", "x", "y", "v", new double[] {1, 2}, new double[] {1, 2}, values, List.of()));

        assertThat(colour(image, 300, 500)).isEqualTo(BLUE);
        assertThat(colour(image, 800, 500)).isEqualTo(Color.decode("#eeeeee"));
        assertThat(colour(image, 300, 200)).isEqualTo(Color.WHITE);
        assertThat(colour(image, 800, 200)).isEqualTo(VERMILION);
    }

    @Test
    void coloursMistakesOtherwiseThanWhatIsRight() throws IOException {
        BufferedImage image =
                png(new CountTable("c", "c", "actual", "answered", List.of("a", "b"), new int[][] {{7, 0}, {3, 0}}));

        assertThat(colour(image, 400, 200)).isEqualTo(BLUE);
        assertThat(colour(image, 1100, 200)).isEqualTo(Color.WHITE);
        assertThat(colour(image, 400, 500)).isEqualTo(VERMILION);
    }

    @Test
    void paintsPixelsInInkOrBySign() throws IOException {
        double[] pixels = {0, 1, -1, 0.5};
        List<Image> images = List.of(new Image("one", pixels));

        BufferedImage signed = png(new ImageSheet("s", "s", 2, 2, true, images));
        BufferedImage ink = png(new ImageSheet("s", "s", 2, 2, false, images));

        assertThat(colour(signed, 500, 200)).isEqualTo(Color.WHITE);
        assertThat(colour(signed, 800, 200)).isEqualTo(VERMILION);
        assertThat(colour(signed, 500, 500)).isEqualTo(BLUE);
        assertThat(colour(ink, 500, 500)).isEqualTo(Color.WHITE);
        assertThat(colour(ink, 800, 200)).isEqualTo(Color.decode("#222222"));
    }

    static Stream<Plot> strange() {
        double[] huge = {-1e308, 1e308, Double.NaN, Double.POSITIVE_INFINITY};
        String label =
                "a very long label that nobody can put beside a bar or over a cell \u0000\uD83D\uDE00 ".repeat(9);
        List<String> labels = Collections.nCopies(4, label);
        return Stream.of(
                new HeatMap(
                        label, label, label, label, label, new double[1], new double[1], new double[1][1], List.of()),
                new HeatMap("m", "", "", "", "", huge(4), huge(4), new double[][] {huge, huge, huge, huge}, List.of()),
                new HeatMap(
                        "m",
                        "",
                        "",
                        "",
                        "",
                        new double[] {0, 1},
                        new double[] {0, 1},
                        new double[2][2],
                        List.of(new Trace(label, new double[] {-9, 0.5, 9}, new double[3], true))),
                new CountTable("c", label, label, label, labels, new int[4][4]),
                new CountTable(
                        "c",
                        "",
                        "",
                        "",
                        IntStream.range(0, 100).mapToObj(Integer::toString).toList(),
                        new int[100][100]),
                new Scatter("s", label, label, label, new double[0], new double[0]),
                new Scatter("s", "", "", "", huge, huge),
                new Scatter("s", "", "", "", new double[] {5}, new double[] {5}),
                new ImageSheet("i", label, 2, 2, false, List.of()),
                new ImageSheet("i", "", 2, 2, true, List.of(new Image(label, huge), new Image("", new double[4]))),
                new ImageSheet("i", "", 1, 1, false, Collections.nCopies(500, new Image("x", new double[1]))),
                new Bars("b", label, label, List.of(), new double[0], new double[0]),
                new Bars("b", "", "", labels, huge, huge),
                new Bars("b", "", "", labels, new double[4], new double[4]));
    }

    private static double[] huge(int length) {
        return IntStream.range(0, length).mapToDouble(i -> 1e300 * (i - 2)).toArray();
    }

    @ParameterizedTest
    @MethodSource("strange")
    void drawsWhateverThereIs(Plot plot) throws IOException {
        BufferedImage image = png(plot);

        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        assertThat(PlotFormat.SVG.write(plot)).startsWith("<svg".getBytes(StandardCharsets.UTF_8));
        assertThat(plot.csv()).endsWith("\n").doesNotContain("NaN", "Infinity");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scatter("", "", "", "", new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountTable("", "", "", "", List.of("a"), new int[1][2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSheet("", "", 2, 2, true, List.of(new Image("", new double[3]))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bars("", "", "", List.of("a"), new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HeatMap("", "", "", "", "", new double[2], new double[1], new double[1][1], List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> PlotFormat.TXT.write(PlotSamples.scatter()));
    }

    @Test
    void putsTicksAtRoundNumbers() {
        Axis axis = new Axis(Scale.of(new double[] {-0.37, 2.2}), 0, 100);

        assertThat(Arrays.stream(axis.ticks(6)).mapToObj(axis.scale()::label))
                .containsExactly("0", "0.5", "1", "1.5", "2");
        assertThat(axis.at(-0.37)).isZero();
        assertThat(axis.at(2.2)).isEqualTo(100);
    }

    private static BufferedImage png(Plot plot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PlotFormat.PNG.write(plot)));
    }

    private static Color colour(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(3 * x / 2, 3 * y / 2));
    }
}
