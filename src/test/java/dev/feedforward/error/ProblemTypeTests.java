package dev.feedforward.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTypeTests {

    @Test
    void isFoundByItsSlug() {
        assertThat(ProblemType.NO_MODEL_YET.uri()).isEqualTo("/problems/no-model-yet");
        for (ProblemType type : ProblemType.values()) {
            assertThat(ProblemType.forSlug(type.slug())).hasValue(type);
        }
        assertThat(ProblemType.forSlug("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST", "401, UNAUTHORIZED", "403, FORBIDDEN", "404, NOT_FOUND", "405, METHOD_NOT_ALLOWED",
        "409, CONFLICT", "413, BODY_TOO_LARGE", "418, BAD_REQUEST", "422, INVALID_REQUEST", "429, TOO_MANY_REQUESTS",
        "500, INTERNAL_ERROR", "503, UNAVAILABLE", "599, INTERNAL_ERROR"
    })
    void isFoundByStatus(int status, ProblemType type) {
        assertThat(ProblemType.forStatus(status)).isEqualTo(type);
    }
}
