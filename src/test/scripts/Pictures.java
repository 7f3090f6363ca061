import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Writes a CSV file of made-up pictures: a label and 784 points a row. Arguments: the file, and how many rows. */
class Pictures {

    private static final int POINTS = 784;

    public static void main(String[] arguments) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int rows = Integer.parseInt(arguments[1]);
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(arguments[0]), 1 << 20)) {
            StringBuilder line = new StringBuilder("label");
            for (int i = 0; i < POINTS; i++) {
                line.append(",point").append(i);
            }
            write(out, line);
            for (int row = 0; row < rows; row++) {
                line.append(random.nextInt(10));
                for (int i = 0; i < POINTS; i++) {
                    // Half of a picture is its white margin.
                    line.append(',').append(random.nextBoolean() ? 0 : random.nextInt(256));
                }
                write(out, line);
            }
        }
    }

    private static void write(OutputStream out, StringBuilder line) throws IOException {
        out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
    }
}
