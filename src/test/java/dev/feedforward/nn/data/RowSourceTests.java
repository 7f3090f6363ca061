package dev.feedforward.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.nn.ScaledBytes;
import dev.feedforward.nn.training.TrainingRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSourceTests {

    private static final ScaledBytes BYTES = new ScaledBytes(2, new byte[] {0, 51, 102, (byte) 153, (byte) 204, -1});
    private static final Matrix MATRIX =
            Matrix.of(new double[] {0, 0.2}, new double[] {0.4, 0.6}, new double[] {0.8, 1});

    @Test
    void copiesRowsOneByOneAndInBlocks() {
        for (RowSource source : List.of(BYTES, MATRIX, BYTES.pick(0, 1, 2), MATRIX.pick(0, 1, 2))) {
            double[] target = new double[5];
            source.copyRow(2, target, 1);
            double[] block = new double[6];
            source.copyRows(1, 2, block);

            assertThat(target).containsExactly(0, 0.8, 1, 0, 0);
            assertThat(block).containsExactly(0.4, 0.6, 0.8, 1, 0, 0);
            assertThat(source.row(1)).containsExactly(0.4, 0.6);
            assertThat(source.toMatrix().values()).isEqualTo(MATRIX.values());
            assertThatThrownBy(() -> source.copyRow(3, target, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void picksRowsInAnyOrderAndMoreThanOnce() {
        for (RowSource source : List.of(BYTES, MATRIX)) {
            RowSource picked = source.pick(2, 0, 2).pick(1, 0);

            assertThat(picked.rows()).isEqualTo(2);
            assertThat(picked.columns()).isEqualTo(2);
            assertThat(picked.toMatrix().values()).containsExactly(0, 0.2, 0.8, 1);
        }
    }

    @Test
    void copiesAMatrixAndLooksAtAnythingElse() {
        assertThat(MATRIX.toMatrix()).isSameAs(MATRIX);
        assertThat(MATRIX.pick(1)).isInstanceOf(Matrix.class);
        assertThat(BYTES.pick(2, 0).pick(0)).isInstanceOfSatisfying(PickedRows.class, picked -> {
            assertThat(picked.source()).isSameAs(BYTES);
            assertThat(picked.order()).containsExactly(2);
        });
    }

    @Test
    void setsRowsAsideWithoutCopyingThem() {
        TrainingRows rows =
                TrainingRows.of(ScaledBytes.random(100, 3).answered(1)).withValidation(0.2, 1);

        assertThat(rows.training().inputs()).isInstanceOf(PickedRows.class);
        assertThat(rows.validation()).isNotNull();
        assertThat(rows.validation().inputs()).isInstanceOf(PickedRows.class);
        assertThat(rows.validation().rows()).isEqualTo(20);
    }
}
