package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.builtin.CourseExample;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.history.CostRecorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTests {

    @Test
    void findsNothingOddAboutTheCoursesExample() {
        Architecture architecture = Warned.architecture(4, Activation.SIGMOID, false, 4, 1);
        Samples rows = new Samples(
                CourseExample.inputs().matrix(), CourseExample.answers().encode(null));

        assertThat(warnings(architecture, rows, 10_000)).isEmpty();
    }

    @Test
    void findsNothingOddAboutXorOnceItIsLearned() {
        Architecture architecture = Warned.architecture(2, Activation.TANH, true, 3, 1);

        assertThat(warnings(architecture, Warned.xor(), 5_000)).isEmpty();
    }

    @Test
    void tellsWhyXorIsNotLearnedWithoutAHiddenLayer() {
        Architecture architecture = Warned.architecture(2, Activation.TANH, true, 1);

        assertThat(warnings(architecture, Warned.xor(), 5_000))
                .extracting(Warning::code)
                .containsExactly("not_separable", "plateau");
    }

    @Test
    void tellsOnceWhyContradictoryRowsAreNotLearned() {
        Samples rows =
                new Samples(Matrix.of(new double[] {0}, new double[] {1}, new double[] {1}), Warned.column(0, 0, 1));

        assertThat(Warned.before(Warned.architecture(1, Activation.TANH, true, 1), rows, false))
                .extracting(Warning::code)
                .containsExactly("contradictory_rows");
    }

    @Test
    void mindsNoScaleWhereInputsAreStandardised() {
        Architecture architecture = Warned.architecture(1, Activation.TANH, true, 2, 1);
        Samples rows = new Samples(Warned.column(1990, 2020), Warned.column(0, 1));

        assertThat(Warned.before(architecture, rows, false))
                .extracting(Warning::code)
                .containsExactly("unscaled_inputs");
        assertThat(Warned.before(architecture, rows, true)).isEmpty();
    }

    @Test
    void tellsOfASingleRowThatItIsNoDataAndNothingElse() {
        Samples row = new Samples(Warned.column(5000), Warned.column(1));

        assertThat(Warned.before(Warned.architecture(1, Activation.TANH, true, 1), row, false))
                .extracting(Warning::code)
                .containsExactly("single_row");
    }

    /** The warnings before and after a training as the course does it. */
    private static List<Warning> warnings(Architecture architecture, Samples rows, long iterations) {
        List<Warning> warnings = new ArrayList<>(Warned.before(architecture, rows, false));
        Network network = Network.initialized(architecture, Initializer.COURSE, 1);
        CostRecorder recorder = new CostRecorder();
        new Trainer(
                        network,
                        TrainingRows.of(rows),
                        TrainingPlan.gradientDescent(iterations, 1.0, Loss.HALF_SUM_SQUARED_ERROR, 10))
                .train(new Recording(recorder));
        Figures figures = Figures.measure(
                new ModelEvaluator(
                        network, new Encoding(null, null, null), Loss.HALF_SUM_SQUARED_ERROR, OutputMeaning.YES_OR_NO),
                TrainingRows.of(rows),
                1.0);
        warnings.addAll(new Diagnosis(Warned.setup(architecture, false))
                .afterTraining(network, rows.inputs(), recorder.history(1), figures, List.copyOf(warnings)));
        return warnings;
    }

    private record Recording(CostRecorder recorder) implements TrainingListener {

        @Override
        public boolean continueAt(long iteration) {
            return true;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            recorder.add(iteration, cost, loss, validationCost, testCost);
        }
    }
}
