package dev.feedforward.dataset.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.nn.ScaledBytes;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import org.junit.jupiter.api.Test;

class StandardizedRowsTests {

    private static final ScaledBytes BYTES = ScaledBytes.random(50, 7);
    private static final Matrix MATRIX = BYTES.toMatrix();

    private final Standardization fitted = Standardization.fit(MATRIX);

    @Test
    void isFittedToTheSameBitsWhereverTheRowsAre() {
        assertThat(Standardization.fit(BYTES)).isEqualTo(fitted);
        assertThat(Standardization.fit(BYTES.pick(3, 1, 49))).isEqualTo(Standardization.fit(MATRIX.pick(3, 1, 49)));
    }

    @Test
    void givesTheBitsOfTheMatrix() {
        RowSource rows = new StandardizedRows(BYTES, fitted);
        Matrix expected = fitted.apply(MATRIX);
        double[] row = new double[9];
        rows.copyRow(4, row, 2);
        double[] block = new double[14];
        rows.copyRows(48, 2, block);

        assertThat(rows.toMatrix().values()).isEqualTo(expected.values());
        assertThat(rows.pick(5, 2).toMatrix().values())
                .isEqualTo(expected.pick(5, 2).values());
        assertThat(rows.row(4)).isEqualTo(expected.row(4));
        assertThat(row).startsWith(0, 0).endsWith(expected.row(4));
        assertThat(block).isEqualTo(expected.pick(48, 49).values());
    }

    @Test
    void keepsDistancesFiniteThatAreBeyondTheLargestNumber() {
        Matrix extreme = Matrix.of(new double[] {-1.7e308}, new double[] {1.7e308}, new double[] {1.7e308});
        Standardization wide = Standardization.fit(extreme);

        assertThat(new StandardizedRows(extreme, wide).toMatrix().values())
                .isEqualTo(wide.apply(extreme).values());
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> new StandardizedRows(Matrix.of(new double[] {1, 2}), fitted))
                .hasMessageContaining("2 columns, fitted to 7");
    }

    @Test
    void standardisesAMatrixAtOnceAndAnythingElseWhenItIsRead() {
        Matrix answers = new Matrix(50, 1, new double[50]);
        Encoding encoding = Encoding.fit(new Samples(BYTES, answers), null, true, false);
        Encoding plain = new Encoding(null, null, null);

        assertThat(encoding.encode(new Samples(BYTES, answers)).inputs()).isInstanceOf(StandardizedRows.class);
        assertThat(encoding.encodeInputs(MATRIX))
                .isInstanceOfSatisfying(
                        Matrix.class,
                        matrix -> assertThat(matrix.values())
                                .isEqualTo(fitted.apply(MATRIX).values()));
        assertThat(plain.encodeInputs(BYTES)).isSameAs(BYTES);
    }
}
