package dev.feedforward.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.ScaledBytes;
import dev.feedforward.nn.data.Matrix;
import org.junit.jupiter.api.Test;

class SeenRowsTests {

    @Test
    void knowsRowsWhereverTheyAreKept() {
        ScaledBytes bytes = ScaledBytes.random(100, 5);
        Matrix matrix = bytes.toMatrix();
        SeenRows seen = SeenRows.of(bytes);

        assertThat(seen.toBytes()).isEqualTo(SeenRows.of(matrix).toBytes()).hasSize(100 * Long.BYTES);
        assertThat(seen.contains(matrix, 17)).isTrue();
        assertThat(SeenRows.of(matrix).contains(bytes.pick(17), 0)).isTrue();
    }

    @Test
    void knowsItsRowsAgainAfterTheyWereStored() {
        Matrix rows = Matrix.of(new double[][] {{0, 1, 0.5}, {1, 1, 1}, {0, 1, 0.5}});
        SeenRows seen = SeenRows.fromBytes(SeenRows.of(rows).toBytes());

        assertThat(SeenRows.of(rows).toBytes()).hasSize(2 * Long.BYTES);
        assertThat(seen.contains(rows, 0)).isTrue();
        assertThat(seen.contains(rows, 1)).isTrue();
        assertThat(seen.contains(Matrix.of(new double[] {0, 1, 0.25}), 0)).isFalse();
        assertThat(seen.contains(Matrix.of(new double[] {0, 1}), 0)).isFalse();
    }
}
