package dev.feedforward.plot.drawing;

import dev.feedforward.plot.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A white page of 1280 × 720 with a title, to draw on what XChart has no chart for. */
public final class Page {

    public static final int WIDTH = Picture.WIDTH;
    public static final int HEIGHT = Picture.HEIGHT;

    /** Where the title ends. */
    public static final int TOP = 90;

    /** Where a text stands beside its point. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final Graphics2D graphics;

    public Page(Graphics2D graphics, String title) {
        this.graphics = graphics;
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font font = ChartStyle.font(Font.BOLD, Math.max(18, Math.min(34, 1_700 / (1 + title.length()))));
        text(fit(title, font, WIDTH - 80), WIDTH / 2.0, 62, Align.CENTRE, font, ChartStyle.INK);
    }

    public void fill(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        // Neighbours touch: blending their edges with the white below would show seams.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    public void frame(double x, double y, double width, double height) {
        graphics.setColor(ChartStyle.GRID);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Rectangle2D.Double(x, y, width, height));
    }

    public void line(double x1, double y1, double x2, double y2, float width, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A dot with a white edge, so that it is seen on any ground. */
    public void dot(double x, double y, double radius, Color colour) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(x - radius - 2, y - radius - 2, 2 * radius + 4, 2 * radius + 4));
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    public void text(String text, double x, double y, Align align, Font font, Color colour) {
        String printable = Picture.printable(text);
        double width = width(text, font);
        double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(printable, (float) left, (float) y);
    }

    /** The same, read from below to above. */
    public void textUpwards(String text, double x, double y, Font font, Color colour) {
        graphics.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Align.CENTRE, font, colour);
        graphics.rotate(Math.PI / 2, x, y);
    }

    /** The text, or as much of it as is no wider than {@code width}. */
    public String fit(String text, Font font, double width) {
        FontMetrics metrics = metrics(font);
        String fitting = Picture.printable(text);
        for (int length = fitting.length(); metrics.stringWidth(fitting) > width && length > 0; length--) {
            fitting = Picture.printable(text).substring(0, length - 1) + "…";
        }
        return fitting;
    }

    public double width(String text, Font font) {
        return metrics(font).stringWidth(Picture.printable(text));
    }

    private FontMetrics metrics(Font font) {
        return graphics.getFontMetrics(font);
    }
}
