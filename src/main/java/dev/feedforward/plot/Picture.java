package dev.feedforward.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes what a {@link Plot} paints as SVG and as PNG. */
public final class Picture {

    private static final String SVG = "http://www.w3.org/2000/svg";
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    private static final double PIXELS_PER_UNIT = 1.5;

    /** As quick as the writer can be: its default takes twice as long, for three quarters of the size. */
    private static final float COMPRESSION = 0.9f;

    private Picture() {}

    static byte[] svg(Plot plot) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(2);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        plot.paint(graphics);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        root.setAttribute("width", Integer.toString(WIDTH));
        root.setAttribute("height", Integer.toString(HEIGHT));
        root.setAttribute("role", "img");
        describe(root, "desc", plot.description());
        describe(root, "title", plot.title());
        return serialized(root);
    }

    /** XChart draws letters as outlines, which nobody can search or have read aloud; this can be. */
    private static void describe(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(printable(text));
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

    static byte[] png(Plot plot) {
        BufferedImage image = new BufferedImage(
                (int) (WIDTH * PIXELS_PER_UNIT), (int) (HEIGHT * PIXELS_PER_UNIT), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            plot.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(COMPRESSION);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO's own stream would want a temporary file, which a read-only container has no place for.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
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

    /** Without what has no glyph and what XML cannot hold, even escaped; never empty, which Java cannot lay out. */
    public static String printable(String text) {
        String printable = text.replaceAll("[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        return printable.isEmpty() ? " " : printable;
    }
}
