package dev.feedforward.json.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    private static final List<String> KNOWN = List.of("learningRate", "loss", "l2", "iterations");

    @ParameterizedTest
    @CsvSource({"learnigrate, learningRate", "Loss, loss", "los, loss", "l1, l2", "iteration, iterations"})
    void findsWhatWasMeant(String given, String meant) {
        assertThat(NearestName.of(given, KNOWN)).hasValue(meant);
    }

    @Test
    void findsNothingWhenAllAreFar() {
        assertThat(NearestName.of("activation", KNOWN)).isEmpty();
        assertThat(NearestName.of("x".repeat(1000), KNOWN)).isEmpty();
        assertThat(NearestName.of("a", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "'', abc, 3", "abc, '', 3", "flaw, lawn, 2"})
    void countsEdits(String from, String to, int edits) {
        assertThat(NearestName.distance(from, to)).isEqualTo(edits);
    }
}
