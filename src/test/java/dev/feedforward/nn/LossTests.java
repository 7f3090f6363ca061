package dev.feedforward.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTests {

    /** Expected with fifty digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-9, 5e-19",
        "0.5, 0.12011450695827752",
        "0.999, 0.4330194464208848",
        "-0.999, 0.4330194464208848",
        "1, 0.4337808304830272",
        "-2.5, 1.8135681679291729",
        "30, 29.306852819440056",
        "2000, 1999.30685281944"
    })
    void keepsTheDigitsOfLogCoshOfAnyError(double error, double expected) {
        double[] none = {};
        double[] output = {error};
        double[] answer = {0.0};

        assertThat(Loss.LOG_COSH.value(none, output, answer, 1, 1))
                .isCloseTo(expected, Percentage.withPercentage(1e-13));
    }
}
