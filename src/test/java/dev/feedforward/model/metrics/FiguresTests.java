package dev.feedforward.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.database.StoredJson;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.store.Provenance;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.ScaledBytes;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresTests {

    private static final Encoding PLAIN = new Encoding(null, null, null);

    private static final Loss MEAN_SQUARED_ERROR = Loss.MEAN_SQUARED_ERROR;

    private final StoredJson json = new StoredJson();

    @Test
    void writesTheFiguresOfClassesBesideTheCost() {
        Samples rows = samples(new double[] {-2, -1, 1, 2}, new double[] {0, 1, 1, 1});
        Figures figures = Figures.measure(
                new ModelEvaluator(network(Activation.SIGMOID), PLAIN, MEAN_SQUARED_ERROR, OutputMeaning.YES_OR_NO),
                rows(rows, rows),
                0.5);

        JsonNode written = JsonMapper.shared().readTree(json.write(figures));

        assertThat(written.propertyNames())
                .containsExactlyInAnyOrder(
                        "cost", "loss", "accuracy", "classes", "confusion", "test", "validation", "seconds");
        assertThat(written.get("accuracy").asDouble()).isEqualTo(0.75);
        assertThat(written.get("classes").get(1).propertyNames())
                .containsExactlyInAnyOrder("label", "precision", "recall", "f1", "rows");
        assertThat(written.get("confusion")).hasToString("[[1,0],[1,2]]");
        assertThat(written.get("test").propertyNames())
                .containsExactlyInAnyOrder("outputs", "cost", "accuracy", "classes", "confusion");
        assertThat(written.get("validation").propertyNames())
                .containsExactlyInAnyOrder("cost", "loss", "accuracy", "classes", "confusion");
        assertThat(json.read(written.toString(), Figures.class))
                .usingRecursiveComparison()
                .isEqualTo(figures);
    }

    @Test
    void writesTheFiguresOfNumbersBesideTheCost() {
        Samples rows = samples(new double[] {-2, -1, 1, 2}, new double[] {-2, 0, 1, 2});
        Figures figures = Figures.measure(
                new ModelEvaluator(network(Activation.IDENTITY), PLAIN, MEAN_SQUARED_ERROR, OutputMeaning.NUMBERS),
                TrainingRows.of(rows),
                0.5);

        JsonNode written = JsonMapper.shared().readTree(json.write(figures));

        assertThat(written.propertyNames()).containsExactlyInAnyOrder("cost", "loss", "r2", "rmse", "seconds");
        assertThat(written.get("rmse").asDouble()).isEqualTo(0.5);
        assertThat(figures.accuracy()).isNull();
    }

    @Test
    void readsFiguresThatWereStoredWithAccuracyAlone() {
        Figures figures = json.read(
                "{\"cost\":0.1,\"loss\":\"NaN\",\"test\":{\"outputs\":[[1.0]],\"cost\":0.2,\"accuracy\":1.0},"
                        + "\"seconds\":1.5}",
                Figures.class);

        assertThat(figures.accuracy()).isNull();
        assertThat(figures.loss()).isNaN();
        assertThat(figures.test()).isNotNull();
        assertThat(figures.test().accuracy()).isEqualTo(1.0);
    }

    @Test
    void measuresStandardisedAnswersInTheirOwnUnits() {
        Matrix answers = new Matrix(4, 1, new double[] {100, 300, 500, 900});
        Standardization standardization = Standardization.fit(answers);
        Samples standardized =
                new Samples(new Matrix(4, 1, new double[] {-1, 0, 0, 1}), standardization.apply(answers));
        Network network = network(Activation.IDENTITY);

        Figures figures = Figures.measure(
                new ModelEvaluator(
                        network, new Encoding(null, null, standardization), MEAN_SQUARED_ERROR, OutputMeaning.NUMBERS),
                TrainingRows.of(standardized, standardized),
                0.5);

        double deviation = Math.sqrt(87_500);
        double[] errors = {450 - deviation - 100, 150, -50, 450 + deviation - 900};
        double squares = 0;
        double sum = 0;
        for (double error : errors) {
            squares += error * error;
            sum += Math.abs(error);
        }
        assertThat(figures.cost()).isCloseTo(sum / 4, within(1e-10));
        assertThat(figures.metrics().rmse()).isCloseTo(Math.sqrt(squares / 4), within(1e-10));
        assertThat(figures.metrics().r2()).isCloseTo(1 - squares / (4 * 87_500), within(1e-12));
        assertThat(figures.loss()).isCloseTo(squares / 4 / 87_500, within(1e-12));
        assertThat(figures.test()).isNotNull();
        assertThat(figures.test().outputs()[1][0]).isCloseTo(450, within(1e-10));
    }

    @Test
    void measuresTheSameWhereverTheRowsAreKept() {
        Samples bytes = ScaledBytes.random(700, 1).answered(1);
        Encoding encoding = Encoding.fit(bytes, null, true, true);
        ModelEvaluator evaluator =
                new ModelEvaluator(network(Activation.SIGMOID), encoding, MEAN_SQUARED_ERROR, OutputMeaning.NUMBERS);
        Samples compact = encoding.encode(bytes);
        Samples dense = encoding.encode(ScaledBytes.dense(bytes));

        assertThat(Figures.measure(evaluator, rows(compact, compact), 0.5))
                .usingRecursiveComparison()
                .isEqualTo(Figures.measure(evaluator, rows(dense, dense), 0.5));
        assertThat(Provenance.of(Provenance.sha256(bytes), evaluator.network().parameters(), 1, "1"))
                .isEqualTo(Provenance.of(
                        Provenance.sha256(ScaledBytes.dense(bytes)),
                        evaluator.network().parameters(),
                        1,
                        "1"));
    }

    @Test
    void answersRowsWithoutAnswersInTheAnswersUnitsAndWithoutFigures() {
        Standardization standardization = Standardization.fit(new Matrix(4, 1, new double[] {100, 300, 500, 900}));
        Encoding encoding = new Encoding(null, null, standardization);
        Samples training = samples(new double[] {-1, 1}, new double[] {-1, 1});
        TrainingRows rows = TrainingRows.of(training).withUnanswered(new Matrix(2, 1, new double[] {0, 1}));

        Figures figures = Figures.measure(
                new ModelEvaluator(network(Activation.IDENTITY), encoding, MEAN_SQUARED_ERROR, OutputMeaning.NUMBERS),
                rows,
                0.5);

        assertThat(figures.test()).isNotNull();
        assertThat(figures.test().outputs()[0][0]).isCloseTo(450, within(1e-10));
        assertThat(figures.test().outputs()[1][0]).isCloseTo(450 + Math.sqrt(87_500), within(1e-10));
        JsonNode written = JsonMapper.shared().readTree(json.write(figures));
        assertThat(written.get("test").propertyNames()).containsExactly("outputs");
        assertThat(json.read(written.toString(), Figures.class))
                .usingRecursiveComparison()
                .isEqualTo(figures);
        assertThat(figures.withoutOutputs().test()).isNull();
    }

    /** One neuron that takes its input as it is. */
    private static Network network(Activation activation) {
        Architecture architecture = new Architecture(1, List.of(new LayerSpec(1, activation, false)));
        Parameters parameters = new Parameters(architecture);
        parameters.weights(0)[0] = 1.0;
        return new Network(architecture, parameters);
    }

    /** The same rows to learn from and to be watched by. */
    private static TrainingRows rows(Samples training, Samples heldOut) {
        return new TrainingRows(training, heldOut, heldOut, new double[] {1.0});
    }

    private static Samples samples(double[] inputs, double[] answers) {
        return new Samples(new Matrix(inputs.length, 1, inputs), new Matrix(answers.length, 1, answers));
    }
}
