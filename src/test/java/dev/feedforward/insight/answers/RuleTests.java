package dev.feedforward.insight.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.error.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTests {

    @ParameterizedTest
    @CsvSource({
        "'.11.',0110,1",
        "'.11.',1111,1",
        "'.11.',0100,0",
        "0...,0111,1",
        "0...,1111,0",
        "1010,1010,1",
        "1010,1011,0"
    })
    void answersOneForWhatMatches(String pattern, String bits, int answer) {
        assertThat(Rule.of(pattern, 4).answer(bits)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".11", ".11..", ".12.", "*11*"})
    void refusesWhatIsNoRule(String pattern) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> Rule.of(pattern, 4))
                .withMessageContaining("4 bits")
                .satisfies(refused -> assertThat(refused.action()).contains("rule=.11."));
    }

    @Test
    void givesAnExampleOfTheRightLength() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> Rule.of("x", 2))
                .satisfies(refused -> assertThat(refused.action()).contains("rule=1."));
    }
}
