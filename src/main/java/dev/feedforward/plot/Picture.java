package dev.feedforward.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Paints a {@link Chart} as SVG and as PNG. */
final class Picture {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int PIXELS_PER_UNIT = 2;

    private Picture() {}

    static byte[] svg(Curves curves) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(2);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        XYChart chart = Chart.of(curves);
        chart.paint(graphics, Chart.WIDTH, Chart.HEIGHT);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + Chart.WIDTH + " " + Chart.HEIGHT);
        root.setAttribute("width", Integer.toString(Chart.WIDTH));
        root.setAttribute("height", Integer.toString(Chart.HEIGHT));
        root.setAttribute("role", "img");
        describe(root, "desc", description(curves));
        describe(root, "title", chart.getTitle());
        return serialized(root);
    }

    /** XChart draws letters as outlines, which nobody can search or have read aloud; this can be. */
    private static String description(Curves curves) {
        String names = curves.drawn().stream()
                .filter(curve -> curve.values().length > 0)
                .map(Curve::label)
                .collect(Collectors.joining(", "));
        String shown = names.isEmpty() ? Chart.NO_POINTS : names;
        return Chart.printable("%s by %s: %s".formatted(curves.yLabel(), curves.xLabel(), shown));
    }

    private static void describe(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(text);
        root.insertBefore(element, root.getFirstChild());
    }

    /** Batik's own writer would name the DTD at w3.org, which some readers of XML fetch. */
    private static byte[] serialized(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(root), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("The picture cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    static byte[] png(Curves curves) {
        BufferedImage image = new BufferedImage(
                Chart.WIDTH * PIXELS_PER_UNIT, Chart.HEIGHT * PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            Chart.of(curves).paint(graphics, Chart.WIDTH, Chart.HEIGHT);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO's own stream would want a temporary file, which a read-only container has no place for.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK has no XML parser", e);
        }
    }
}
