package dev.feedforward.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfCharactersTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00e4", "\ud83d\ude00", "a\ud83d\ude00\ud83d\ude00b", "\ufffd"})
    void areInNoWholeText(String text) {
        assertThat(HalfCharacters.areIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00"})
    void areFoundWhereverTheyStand(String text) {
        assertThat(HalfCharacters.areIn(text)).isTrue();
    }
}
