package dev.feedforward.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | 0
                    -0.0 | 0
                    0.0048480779 | 0.00485
                    0.0001 | 0.0001
                    0.00001 | 1e-5
                    0.0000999999 | 1e-4
                    9990 | 9,990
                    1234567 | 1,234,567
                    46083.198 | 46,100
                    -1.5e-9 | -1.5e-9
                    1e300 | 1e300
                    4.9e-324 | 4.9e-324
                    Infinity | ∞
                    -Infinity | -∞
                    NaN | undefined
                    """)
    void writesAsPeopleReadWhenBrief(double value, String expected) {
        assertThat(Numbers.brief(value)).isEqualTo(expected);
    }
}
