package dev.feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTests {

    private static final Matrix BITS = Matrix.of(new double[] {0}, new double[] {1});
    private static final Matrix ONE_HOT = Matrix.of(new double[] {0, 1}, new double[] {1, 0});
    private static final Matrix NUMBERS = Matrix.of(new double[] {0}, new double[] {0.5});

    @Test
    void readsLabelsAsClassesWhateverTheActivation() {
        Classes classes = new Classes(List.of("a", "b"));

        assertThat(Reading.of(Activation.IDENTITY, classes, ONE_HOT)).isEqualTo(Reading.CLASSES);
    }

    @Test
    void readsZeroAndOneFromSigmoidOutputsAsRightOrWrong() {
        assertThat(Reading.of(Activation.SIGMOID, null, BITS)).isEqualTo(Reading.YES_OR_NO);
        assertThat(Reading.of(Activation.SIGMOID, null, ONE_HOT)).isEqualTo(Reading.BITS);
        assertThat(Reading.of(Activation.SIGMOID, null, NUMBERS)).isEqualTo(Reading.NUMBERS);
        assertThat(Reading.of(Activation.IDENTITY, null, BITS)).isEqualTo(Reading.NUMBERS);
    }

    @Test
    void knowsOneHotRows() {
        assertThat(Reading.isOneHot(ONE_HOT)).isTrue();
        assertThat(Reading.isOneHot(BITS)).isFalse();
        assertThat(Reading.isOneHot(Matrix.of(new double[] {1, 1}))).isFalse();
        assertThat(Reading.isOneHot(Matrix.of(new double[] {0, 0}))).isFalse();
        assertThat(Reading.isOneHot(Matrix.of(new double[] {0.5, 0.5}))).isFalse();
    }

    @Test
    void definesAccuracyForAllButNumbers() {
        Architecture sigmoid = new Architecture(1, List.of(new LayerSpec(1, Activation.SIGMOID, false)));

        assertThat(Accuracy.isDefined(sigmoid, null, BITS)).isTrue();
        assertThat(Accuracy.isDefined(sigmoid, null, NUMBERS)).isFalse();
    }
}
