package dev.feedforward.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PythonTextTests {

    @Test
    void leavesNothingInATextThatCouldEndIt() {
        assertThat(PythonText.of("a\"b\\c'd")).isEqualTo("\"a\\\"b\\\\c'd\"");
        assertThat(PythonText.of("\"\"\"\n\r\t\0")).isEqualTo("\"\\\"\\\"\\\"\\u000a\\u000d\\u0009\\u0000\"");
        assertThat(PythonText.of("\u2028\u2029\u0085\u000c")).isEqualTo("\"\\u2028\\u2029\\u0085\\u000c\"");
        assertThat(PythonText.of("ä 😀 \ud800")).isEqualTo("\"\\u00e4 \\U0001f600 \\ud800\"");
        assertThat(PythonText.of("\\N{BULLET}{x}%s")).isEqualTo("\"\\\\N{BULLET}{x}%s\"");
    }

    @Test
    void writesNumbersToTheBit() {
        assertThat(PythonText.list(new double[] {0.1, -0.0, 1e300, 5e-324, 1.0 / 3.0}))
                .isEqualTo("[0.1, -0.0, 1.0e300, 4.9e-324, 0.3333333333333333]");
        assertThat(PythonText.of(Double.NEGATIVE_INFINITY)).isEqualTo("float(\"-inf\")");
        assertThat(PythonText.list(Arrays.asList(1.5, "red", null))).isEqualTo("[1.5, \"red\", None]");
    }
}
