package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingClassesTests {

    private static final Classes PETS = new Classes(List.of("cat", "dog", "owl"));
    private static final Matrix ALL = Matrix.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
    private static final Matrix NO_DOG = Matrix.of(new double[] {1, 0, 0}, new double[] {0, 0, 1});

    @Test
    void namesLabelsWithoutATrainingRow() {
        assertThat(MissingClasses.find(OutputMeaning.CLASSES, PETS, NO_DOG, ALL))
                .hasValueSatisfying(warning -> {
                    assertThat(warning.code()).isEqualTo("missing_class");
                    assertThat(warning.detail())
                            .isEqualTo(
                                    "None of the 2 training rows is of \"dog\": the network cannot learn this class.");
                });
    }

    @Test
    void namesLabelsWithoutAValidationRow() {
        assertThat(MissingClasses.find(OutputMeaning.CLASSES, PETS, ALL, NO_DOG))
                .hasValueSatisfying(warning -> assertThat(warning.detail())
                        .isEqualTo("None of the 2 validation rows is of \"dog\": the network cannot be measured on this"
                                + " class."));
        assertThat(MissingClasses.find(OutputMeaning.CLASSES, PETS, ALL, ALL)).isEmpty();
        assertThat(MissingClasses.find(OutputMeaning.CLASSES, PETS, ALL, null)).isEmpty();
    }

    @Test
    void namesOneHotOutputsThatAreNeverOne() {
        assertThat(MissingClasses.find(OutputMeaning.BITS, null, NO_DOG, null))
                .hasValueSatisfying(warning -> assertThat(warning.detail()).contains("output 2 (counted from 1)"));
    }

    @Test
    void namesTheAnswerThatIsNeverGiven() {
        assertThat(MissingClasses.find(OutputMeaning.YES_OR_NO, null, Warned.column(0, 0, 0), null))
                .hasValueSatisfying(warning ->
                        assertThat(warning.detail()).startsWith("None of the 3 training rows is of the answer 1:"));
    }

    @Test
    void saysNothingAboutNumbersAndIndependentBits() {
        assertThat(MissingClasses.find(OutputMeaning.NUMBERS, null, Warned.column(3, 3), null))
                .isEmpty();
        assertThat(MissingClasses.find(
                        OutputMeaning.BITS, null, Matrix.of(new double[] {1, 0, 1}, new double[] {0, 0, 0}), null))
                .isEmpty();
    }
}
