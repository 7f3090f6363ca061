package dev.feedforward.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234,567.5      | THOUSANDS
            1.234.567,5      | THOUSANDS
            12,5             | DECIMAL_COMMA
            $ 12             | CURRENCY
            12 EUR           | CURRENCY
            12.5 %           | PERCENT
            12 km/h          | UNIT
            2024-02-29T12:00 | DATE
            """)
    void knowsNumbersByTheirForm(String text, NumberForm form) {
        assertThat(NumberForm.of(text)).contains(form);
    }

    @Test
    void takesNeitherPlainNumbersNorWordsNorLongTextsForOne() {
        assertThat(NumberForm.of("12.5")).isEmpty();
        assertThat(NumberForm.of("twelve")).isEmpty();
        assertThat(NumberForm.of("1" + " ".repeat(20) + "EUR")).contains(NumberForm.CURRENCY);
        assertThat(NumberForm.of("1" + " ".repeat(100) + "EUR")).isEmpty();
    }
}
