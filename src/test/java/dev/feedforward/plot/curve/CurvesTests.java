package dev.feedforward.plot.curve;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.plot.Samples;
import org.junit.jupiter.api.Test;

class CurvesTests {

    @Test
    void refusesWhenACurveIsShorterThanTheAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(3, new Curve("cost", "cost", new double[2], true)))
                .withMessage("Curve cost has 2 values, but the axis iteration has 3 points");
    }

    @Test
    void refusesWhenThereIsNoCurve() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(3)).withMessageContaining("at least one");
    }
}
