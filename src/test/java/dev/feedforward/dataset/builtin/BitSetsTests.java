package dev.feedforward.dataset.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitSetsTests {

    @ParameterizedTest
    @CsvSource({
        "and, 0001",
        "or, 0111",
        "xor, 0110",
        "majority, 00010111",
        "parity-4, 0110100110010110",
    })
    void answerEveryPatternByTheRule(String name, String expected) {
        Generated generated = BuiltInSets.find(name).orElseThrow().generate(null, null, null);
        Matrix inputs = generated.training().inputs();

        assertThat(generated.test()).isNull();
        assertThat(inputs.rows()).isEqualTo(expected.length());
        for (int i = 0; i < inputs.rows(); i++) {
            int pattern = 0;
            for (double bit : inputs.row(i)) {
                pattern = 2 * pattern + (int) bit;
            }
            assertThat(pattern).isEqualTo(i);
            assertThat(generated.training().answers().numbers().row(i)).containsExactly(expected.charAt(i) - '0');
        }
    }

    @Test
    void giveTheCoursesRows() {
        Generated course = BuiltInSets.find("course").orElseThrow().generate(null, null, null);

        assertThat(course.training().inputs().toRows())
                .isEqualTo(CourseExample.inputs().matrix().toRows());
        assertThat(course.test()).isNotNull();
        assertThat(course.test().answers().numbers().values()).containsExactly(1.0, 1.0, 0.0, 0.0);
    }
}
