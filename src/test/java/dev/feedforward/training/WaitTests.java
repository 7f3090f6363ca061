package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"wait=10|10", "respond-async, wait=10|10", "WAIT = 10|10", "wait=\"10\"; foo|10", "wait=99999|600"
            })
    void readsThePreference(String prefer, int seconds) {
        assertThat(Wait.of(false, null, prefer)).isEqualTo(new Wait(seconds, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "respond-async", "wait", "wait=", "wait=soon", "wait=-1", "await=10", "wait=99999999999"})
    void ignoresAPreferenceThatItCannotRead(String prefer) {
        assertThat(Wait.of(false, null, prefer)).isEqualTo(new Wait(0, false, false));
    }

    @Test
    void waitsAsLongAsIsAllowedWithoutANumber() {
        assertThat(Wait.of(true, null, "wait=10")).isEqualTo(new Wait(600, true, false));
    }

    @Test
    void prefersTheQuery() {
        assertThat(Wait.of(true, 3, "wait=10")).isEqualTo(new Wait(3, true, false));
        assertThat(Wait.of(false, null, null).isWanted()).isFalse();
    }
}
