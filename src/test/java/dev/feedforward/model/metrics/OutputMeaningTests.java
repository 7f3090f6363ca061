package dev.feedforward.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputMeaningTests {

    private static final Matrix BITS = Matrix.of(new double[] {0}, new double[] {1});
    private static final Matrix ONE_HOT = Matrix.of(new double[] {0, 1}, new double[] {1, 0});
    private static final Matrix NUMBERS = Matrix.of(new double[] {0}, new double[] {0.5});

    @Test
    void readsLabelsAsClassesWhateverTheActivation() {
        Classes classes = new Classes(List.of("a", "b"));

        assertThat(OutputMeaning.of(Activation.IDENTITY, classes, ONE_HOT)).isEqualTo(OutputMeaning.CLASSES);
    }

    @Test
    void readsZeroAndOneFromSigmoidOutputsAsRightOrWrong() {
        assertThat(OutputMeaning.of(Activation.SIGMOID, null, BITS)).isEqualTo(OutputMeaning.YES_OR_NO);
        assertThat(OutputMeaning.of(Activation.SIGMOID, null, ONE_HOT)).isEqualTo(OutputMeaning.BITS);
        assertThat(OutputMeaning.of(Activation.SIGMOID, null, NUMBERS)).isEqualTo(OutputMeaning.NUMBERS);
        assertThat(OutputMeaning.of(Activation.IDENTITY, null, BITS)).isEqualTo(OutputMeaning.NUMBERS);
    }

    @Test
    void knowsOneHotRows() {
        assertThat(OutputMeaning.isOneHot(ONE_HOT)).isTrue();
        assertThat(OutputMeaning.isOneHot(BITS)).isFalse();
        assertThat(OutputMeaning.isOneHot(Matrix.of(new double[] {1, 1}))).isFalse();
        assertThat(OutputMeaning.isOneHot(Matrix.of(new double[] {0, 0}))).isFalse();
        assertThat(OutputMeaning.isOneHot(Matrix.of(new double[] {0.5, 0.5}))).isFalse();
    }

    @Test
    void takesStandardisedAnswersForNumbersWhateverTheActivation() {
        Classes classes = new Classes(List.of("a", "b"));

        assertThat(OutputMeaning.learnedBy(Activation.SIGMOID, null, true, BITS))
                .isEqualTo(OutputMeaning.NUMBERS);
        assertThat(OutputMeaning.learnedBy(Activation.SIGMOID, null, false, BITS))
                .isEqualTo(OutputMeaning.YES_OR_NO);
        assertThat(OutputMeaning.learnedBy(Activation.IDENTITY, classes, true, ONE_HOT))
                .isEqualTo(OutputMeaning.CLASSES);
    }

    @Test
    void isOfNumbersAgainstAnswersThatCannotBeRight() {
        assertThat(OutputMeaning.YES_OR_NO.against(null, BITS)).isEqualTo(OutputMeaning.YES_OR_NO);
        assertThat(OutputMeaning.YES_OR_NO.against(null, NUMBERS)).isEqualTo(OutputMeaning.NUMBERS);
        assertThat(OutputMeaning.NUMBERS.against(null, BITS)).isEqualTo(OutputMeaning.NUMBERS);
        assertThat(OutputMeaning.CLASSES.against(null, Matrix.of(new double[] {0.5, 0.5})))
                .isEqualTo(OutputMeaning.NUMBERS);
        assertThat(OutputMeaning.CLASSES.against(new Classes(List.of("a", "b")), ONE_HOT))
                .isEqualTo(OutputMeaning.CLASSES);
    }

    @Test
    void answersWithALabelABitOrTheNumber() {
        assertThat(OutputMeaning.CLASSES.answer(new Classes(List.of("a", "b")), 0.2, 0.7))
                .isEqualTo("b");
        assertThat(OutputMeaning.CLASSES.answer(null, 0.2, 0.7)).isEqualTo(1);
        assertThat(OutputMeaning.YES_OR_NO.answer(null, 0.5)).isEqualTo(1);
        assertThat(OutputMeaning.YES_OR_NO.answer(null, 0.49)).isEqualTo(0);
        assertThat(OutputMeaning.BITS.answer(null, 0.2, 0.7)).isNull();
        assertThat(OutputMeaning.NUMBERS.answer(null, 20.5)).isEqualTo(20.5);
        assertThat(OutputMeaning.NUMBERS.answer(null, 20.5, 1)).isNull();
    }

    @Test
    void definesRightAndWrongForAllButNumbers() {
        assertThat(OutputMeaning.YES_OR_NO.isRightOrWrong()).isTrue();
        assertThat(OutputMeaning.NUMBERS.isRightOrWrong()).isFalse();
        assertThat(OutputMeaning.BITS.isRight(new double[] {0.2, 0.7}, new double[] {0, 1}))
                .isTrue();
        assertThat(OutputMeaning.BITS.isRight(new double[] {0.2, 0.4}, new double[] {0, 1}))
                .isFalse();
    }
}
