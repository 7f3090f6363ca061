package dev.feedforward.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTests {

    private static final int HEADER = 12;

    @ParameterizedTest
    @CsvSource({
        "0, 255, 1",
        "0, NaN, 1",
        "254, NaN, 1",
        "255, NaN, 2",
        "-1, 255, 2",
        "-32767, 32767, 2",
        "-32767, NaN, 2",
        "-32768, 0, 4",
        "0, 32768, 4",
        "-2147483647, 2147483647, 4",
        "-2147483648, 0, 4", // a float too
        "-2147483648, 2147483647, 8",
        "0.5, 16777216, 4",
        "0.5, NaN, 4",
        "0.1, 1, 8",
        "0.1, NaN, 8",
        "9007199254740991, 1, 8",
        "1.7976931348623157e308, 4.9e-324, 8",
        "NaN, NaN, 1"
    })
    void keepsEveryValueExactlyInTheFewestBytes(double one, double other, int bytes) {
        Chunk chunk = Chunk.encode(new double[] {one, other}, 2, 1);

        assertThat(chunk.bytes()).hasSize(HEADER + 1 + 2 * bytes);
        assertThat(row(Chunk.decode(chunk.bytes()), 0)).containsExactly(one);
        assertThat(chunk.get(1, 0)).isEqualTo(Double.valueOf(other));
    }

    @Test
    void givesBackRowsOfManyTypes() {
        Random random = new Random(7);
        int rows = 50;
        int columns = 40;
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(random, i % columns / 3);
        }

        Chunk chunk = Chunk.decode(Chunk.encode(values, rows, columns).bytes());

        for (int i = 0; i < rows; i++) {
            double[] expected = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
            assertThat(row(chunk, i)).containsExactly(expected);
            for (int j = 0; j < columns; j++) {
                assertThat(chunk.get(i, j)).isEqualTo(Double.valueOf(expected[j]));
            }
        }
    }

    private static double value(Random random, int kind) {
        return switch (kind % 7) {
            case 0 -> random.nextInt(256);
            case 1 -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(255);
            case 2 -> random.nextInt(60_000) - 30_000;
            case 3 -> random.nextInt();
            case 4 -> random.nextFloat();
            case 5 -> random.nextGaussian();
            default -> Double.NaN;
        };
    }

    @Test
    void keepsAPictureInAByteAPoint() {
        double[] points = new Random(1).ints(784 * 20, 0, 256).asDoubleStream().toArray();

        assertThat(Chunk.encode(points, 20, 784).bytes()).hasSize(HEADER + 784 + 784 * 20);
    }

    @Test
    void knowsForeignBytes() {
        byte[] bytes = Chunk.encode(new double[] {1, 2}, 1, 2).bytes();

        assertThatIllegalArgumentException().isThrownBy(() -> Chunk.decode(new byte[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Chunk.decode(Arrays.copyOf(bytes, bytes.length - 1)));
    }

    @Test
    void findsRowsInALaterChunk() {
        Chunk first = Chunk.encode(new double[] {1, 2, 3, 4}, 2, 2);
        Chunk last = Chunk.encode(new double[] {5, 6}, 1, 2);
        Table table = new Table(List.of(TestColumns.number("x"), TestColumns.number("y")), List.of(first, last));
        double[] target = new double[4];

        table.copyRow(2, target, 1);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(target).containsExactly(0, 5, 6, 0);
        assertThat(table.get(1, 1)).isEqualTo(4);
    }

    private static double[] row(Chunk chunk, int row) {
        double[] target = new double[chunk.columns()];
        chunk.copyRow(row, target, 0);
        return target;
    }
}
