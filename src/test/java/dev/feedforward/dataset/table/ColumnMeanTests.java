package dev.feedforward.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnMeanTests {

    @Test
    void isTheSumByTheCount() {
        assertThat(mean(0.1, 0.2, 0.4)).isEqualTo((0.1 + 0.2 + 0.4) / 3);
        assertThat(mean(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(mean()).isNaN();
    }

    @Test
    void staysFiniteWhereTheSumDoesNot() {
        assertThat(mean(1.5e308, 1.7e308, 1.6e308)).isEqualTo(1.6e308);
        assertThat(mean(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(mean(1.7e308, 1.7e308, -1.7e308, -1.7e308)).isZero();
        assertThat(mean(-1.7e308, -1.7e308, 1, 2)).isEqualTo(-0.85e308);
    }

    private static double mean(double... numbers) {
        ColumnMean mean = new ColumnMean();
        for (double number : numbers) {
            mean.add(number);
        }
        return mean.mean();
    }
}
