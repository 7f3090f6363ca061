package dev.feedforward.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected numbers are those of scikit-learn 1.2.1 where it is named, otherwise counted by hand. */
class MetricsTests {

    private static final Classes PETS = new Classes(List.of("cat", "dog", "owl"));

    @Test
    void tellsClassesApartAsScikitLearnDoes() {
        Matrix answers = labels("cat", "cat", "cat", "dog", "dog", "owl", "owl", "owl", "owl", "owl");
        Matrix outputs = labels("cat", "dog", "cat", "dog", "dog", "cat", "owl", "owl", "dog", "owl");

        Metrics metrics = measured(Activation.SIGMOID, PETS, outputs, answers);

        assertThat(metrics.accuracy()).isEqualTo(0.7);
        assertThat(metrics.confusion()).isDeepEqualTo(new int[][] {{2, 1, 0}, {0, 2, 0}, {1, 1, 3}});
        assertThat(metrics.classes())
                .containsExactly(
                        new ClassFigures("cat", 2 / 3.0, 2 / 3.0, 2 / 3.0, 3),
                        new ClassFigures("dog", 0.5, 1.0, 2 / 3.0, 2),
                        new ClassFigures("owl", 1.0, 0.6, 0.75, 5));
        assertThat(metrics.r2()).isNull();
        assertThat(metrics.rmse()).isNull();
    }

    @Test
    void leavesOutWhatIsUndefined() {
        Metrics metrics = measured(Activation.IDENTITY, PETS, labels("cat", "cat"), labels("cat", "dog"));

        assertThat(metrics.classes())
                .containsExactly(
                        new ClassFigures("cat", 0.5, 1.0, 2 / 3.0, 1),
                        new ClassFigures("dog", null, 0.0, 0.0, 1),
                        new ClassFigures("owl", null, null, null, 0));
        assertThat(measured(Activation.SIGMOID, PETS, new Matrix(0, 3, new double[0]), new Matrix(0, 3, new double[0]))
                        .accuracy())
                .isNull();
    }

    @Test
    void readsOneSigmoidOutputAsYesFromOneHalfOn() {
        Metrics metrics = measured(
                Activation.SIGMOID, null, column(0.1, 0.5, 0.7, 0.49, 0.9, 0.5, 0.2), column(0, 0, 0, 1, 1, 1, 1));

        // accuracy_score, confusion_matrix and precision_recall_fscore_support of scikit-learn.
        assertThat(metrics.accuracy()).isCloseTo(0.42857142857142855, within(1e-15));
        assertThat(metrics.confusion()).isDeepEqualTo(new int[][] {{1, 2}, {2, 2}});
        assertThat(metrics.classes())
                .containsExactly(
                        new ClassFigures("0", 1 / 3.0, 1 / 3.0, 1 / 3.0, 3), new ClassFigures("1", 0.5, 0.5, 0.5, 4));
    }

    @Test
    void wantsAllOfSeveralSigmoidOutputsRight() {
        Metrics metrics = measured(
                Activation.SIGMOID,
                null,
                Matrix.of(new double[] {0.9, 0.1}, new double[] {0.9, 0.9}),
                Matrix.of(new double[] {1, 0}, new double[] {1, 0}));

        assertThat(metrics).isEqualTo(new Metrics(0.5, null, null, null, null, null));
    }

    @Test
    void leavesOutTheTableOfVeryManyClasses() {
        Classes many = Classes.of(
                IntStream.rangeClosed(0, 100).mapToObj(String::valueOf).toList());
        Matrix rows = Answers.ofLabels(many.labels()).encode(many);

        Metrics metrics = measured(Activation.SIGMOID, many, rows, rows);

        assertThat(metrics.confusion()).isNull();
        assertThat(metrics.classes()).hasSize(101);
        assertThat(metrics.accuracy()).isEqualTo(1.0);
    }

    @Test
    void numbersClassesWithoutLabelsFromZero() {
        Matrix answers = Matrix.of(new double[] {1, 0}, new double[] {0, 1});

        Confusion confusion =
                Confusion.ofLargest(null, Matrix.of(new double[] {0.5, 0.5}, new double[] {0.3, 0.7}), answers);

        assertThat(confusion.labels()).containsExactly("0", "1");
        assertThat(confusion.table()).isDeepEqualTo(new int[][] {{1, 0}, {0, 1}});
    }

    @Test
    void measuresNumbersAsScikitLearnDoes() {
        Matrix answers =
                Matrix.of(new double[] {3, -0.5}, new double[] {-0.5, 2}, new double[] {2, 2.25}, new double[] {7, 7});
        Matrix outputs =
                Matrix.of(new double[] {2.5, 0}, new double[] {0, 2}, new double[] {2, 2}, new double[] {8, 8});

        Metrics metrics = measured(Activation.IDENTITY, null, outputs, answers);

        // r2_score and the root of mean_squared_error, both also with multioutput="raw_values".
        assertThat(metrics.r2()).isCloseTo(0.9519992358087292, within(1e-14));
        assertThat(metrics.rmse()).isCloseTo(0.5929270612815711, within(1e-14));
        assertThat(metrics.perOutput()).hasSize(2);
        assertThat(metrics.perOutput().get(0).r2()).isCloseTo(0.9486081370449679, within(1e-14));
        assertThat(metrics.perOutput().get(0).rmse()).isCloseTo(0.6123724356957945, within(1e-14));
        assertThat(metrics.perOutput().get(1).r2()).isCloseTo(0.9553903345724907, within(1e-14));
        assertThat(metrics.perOutput().get(1).rmse()).isCloseTo(0.57282196186948, within(1e-14));
        assertThat(metrics.accuracy()).isNull();
    }

    private static Metrics measured(Activation activation, @Nullable Classes classes, Matrix outputs, Matrix answers) {
        return Metrics.of(OutputMeaning.of(activation, classes, answers), classes, outputs, answers);
    }

    @Test
    void takesOutputsThatLearnedNumbersForNumbersWhateverTheyAreHeldAgainst() {
        Metrics metrics = Metrics.of(OutputMeaning.NUMBERS, null, column(0.2, 0.7), column(0, 1));

        assertThat(metrics.accuracy()).isNull();
        assertThat(metrics.rmse()).isNotNull();
        assertThat(Metrics.of(OutputMeaning.YES_OR_NO, null, column(0.2, 0.7), column(0.1, 1))
                        .accuracy())
                .isNull();
    }

    @Test
    void hasNoR2WhereAllAnswersAreTheSame() {
        Metrics metrics = measured(Activation.IDENTITY, null, column(1, 2), column(0.1, 0.1));

        assertThat(metrics.r2()).isNull();
        assertThat(metrics.rmse()).isCloseTo(Math.sqrt((0.81 + 3.61) / 2), within(1e-15));
        assertThat(metrics.perOutput()).isNull();
    }

    private static Matrix labels(String... labels) {
        return Answers.ofLabels(List.of(labels)).encode(PETS);
    }

    private static Matrix column(double... values) {
        return new Matrix(values.length, 1, values);
    }
}
