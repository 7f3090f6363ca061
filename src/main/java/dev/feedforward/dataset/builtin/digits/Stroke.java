package dev.feedforward.dataset.builtin.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the pen draws without being lifted: smooth runs that meet in corners.
 *
 * @param runs each of two points or more, which the pen passes in order; the last point of one is the first of the next
 */
record Stroke(List<List<Point>> runs) {

    /** Straight pieces that a piece between two points is drawn with. */
    private static final int PIECES = 4;

    Stroke {
        runs = List.copyOf(runs);
    }

    /** Reads points such as {@code 0,2* 56,2* 22,100}: x and y, with a star where the pen turns a corner. */
    static Stroke parse(String text) {
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            int comma = word.indexOf(',');
            boolean corner = word.endsWith("*");
            Point point = new Point(
                    Integer.parseInt(word.substring(0, comma)),
                    Integer.parseInt(word.substring(comma + 1, corner ? word.length() - 1 : word.length())));
            run.add(point);
            if (corner) {
                runs.add(run);
                run = new ArrayList<>(List.of(point));
            }
        }
        runs.add(run);
        return new Stroke(runs.stream()
                .filter(points -> points.size() > 1)
                .map(Stroke::withMiddle)
                .toList());
    }

    /** A straight run gets a point in the middle, so that it can bend. */
    private static List<Point> withMiddle(List<Point> run) {
        return run.size() > 2
                ? List.copyOf(run)
                : List.of(run.get(0), run.get(0).middle(run.get(1)), run.get(1));
    }

    /** The stroke with every point put through {@code move}; a corner once, so that its runs still meet. */
    Stroke map(UnaryOperator<Point> move) {
        List<List<Point>> moved = new ArrayList<>();
        Point corner = move.apply(runs.get(0).get(0));
        for (List<Point> run : runs) {
            List<Point> points = new ArrayList<>(List.of(corner));
            run.stream().skip(1).map(move).forEach(points::add);
            corner = points.get(points.size() - 1);
            moved.add(points);
        }
        return new Stroke(moved);
    }

    /** The stroke as a line of short straight pieces. */
    List<Point> line() {
        List<Point> line = new ArrayList<>(List.of(runs.get(0).get(0)));
        runs.forEach(run -> follow(run, line));
        return line;
    }

    /** Catmull and Rom's spline through the points of a run ("A class of local interpolating splines", 1974). */
    private static void follow(List<Point> run, List<Point> line) {
        int last = run.size() - 1;
        for (int i = 0; i < last; i++) {
            Point from = run.get(i);
            Point to = run.get(i + 1);
            Point before = i == 0 ? from.mirror(to) : run.get(i - 1);
            Point after = i + 1 == last ? to.mirror(from) : run.get(i + 2);
            for (int piece = 1; piece <= PIECES; piece++) {
                double t = (double) piece / PIECES;
                line.add(new Point(
                        spline(before.x(), from.x(), to.x(), after.x(), t),
                        spline(before.y(), from.y(), to.y(), after.y(), t)));
            }
        }
    }

    /** {@code ½ (2b + (c − a) t + (2a − 5b + 4c − d) t² + (3b − a − 3c + d) t³)}: b at t = 0, c at t = 1. */
    private static double spline(double a, double b, double c, double d, double t) {
        double square = 2.0 * a - 5.0 * b + 4.0 * c - d;
        double cube = 3.0 * b - a - 3.0 * c + d;
        return 0.5 * (2.0 * b + t * (c - a + t * (square + t * cube)));
    }
}
