package dev.feedforward.training.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.NetworkRequest;
import dev.feedforward.training.request.Preset;
import dev.feedforward.training.request.SettingsResolver;
import dev.feedforward.training.request.TrainRequest;
import dev.feedforward.training.request.TrainingRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One neuron without a bias that fits numbers, which diverges where a learning rate is large for its rows. */
class RemedySearchTests {

    private static final double[][] SMALL = {{1}, {2}};
    private static final double[][] LARGE = {{1000}, {2000}, {3000}};

    @Test
    void standardisesWhatIsOutOfScale() {
        Remedy remedy = search(prepared(LARGE, new double[][] {{100}, {-200}, {300}}, 0.1, 10_000), 5);

        assertThat(remedy.held()).isNotNull();
        assertThat(remedy.tried()).isEqualTo(1);
        assertThat(remedy.held().fix())
                .isEqualTo(Map.of("training", Map.of("standardizeInputs", true, "standardizeAnswers", true)));
        assertThat(remedy.held().updates()).isEqualTo(1_005);
        assertThat(remedy.held().after()).isLessThan(remedy.held().before());
    }

    @Test
    void lowersTheLearningRateOfRowsInScaleAsLittleAsWillDo() {
        assertThat(fix(prepared(SMALL, SMALL, 0.7, 10_000))).isEqualTo(Map.of("learningRate", 0.07));
        assertThat(fix(prepared(SMALL, SMALL, 30, 10_000))).isEqualTo(Map.of("learningRate", 0.3));
        assertThat(fix(prepared(SMALL, SMALL, 1e6, 10_000))).isEqualTo(Map.of("learningRate", 0.1));
    }

    @Test
    void saysHowManyWereTriedWhereNoneHolds() {
        double[][] tooLarge = {{1e308}, {-1e308}};

        assertThat(search(prepared(SMALL, tooLarge, 1, 10_000), 1)).isEqualTo(new Remedy(10, null));
    }

    @Test
    void findsTheSameEveryTime() {
        PreparedTraining training = prepared(LARGE, SMALL_ANSWERS, 1, 10_000);

        assertThat(search(training, 22)).isEqualTo(search(training, 22));
    }

    @Test
    void triesNothingThatTakesTooLong() {
        assertThat(search(prepared(SMALL, SMALL, 1, 1_000_000_000), 99_990)).isEqualTo(new Remedy(0, null));
        assertThat(search(prepared(SMALL, SMALL, 1, 0), 0)).isEqualTo(new Remedy(0, null));
    }

    @Test
    void triesNoLongerThanTheTrainingWouldHaveBeen() {
        Remedy remedy = search(prepared(SMALL, SMALL, 1, 150), 140);

        assertThat(remedy.held()).isNotNull();
        assertThat(remedy.held().updates()).isEqualTo(150);
    }

    @Test
    void givesUpAsSoonAsItIsTold() {
        AtomicLong asked = new AtomicLong();

        Remedy remedy =
                new RemedySearch(prepared(SMALL, SMALL, 1, 10_000), 200, 1, () -> asked.incrementAndGet() > 0).find();

        assertThat(remedy.held()).isNull();
        assertThat(asked.get()).isEqualTo(remedy.tried());
    }

    private static final double[][] SMALL_ANSWERS = {{1}, {2}, {3}};

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fix(PreparedTraining training) {
        Remedy.Trial held = search(training, 100).held();
        assertThat(held).isNotNull();
        return (Map<String, Object>) held.fix().get("training");
    }

    private static Remedy search(PreparedTraining training, long diverged) {
        return new RemedySearch(training, diverged, 1, () -> false).find();
    }

    private static PreparedTraining prepared(double[][] inputs, double[][] answers, double rate, long iterations) {
        TrainRequest request = new TrainRequest(
                "line",
                null,
                Rows.of(inputs),
                Answers.of(answers),
                null,
                null,
                null,
                null,
                new NetworkRequest(List.of(), null, Activation.IDENTITY, null, null, null),
                null,
                null);
        TrainingData data = request.data(null);
        Recipe recipe = request.recipe(null, null, data);
        return new PreparedTraining(recipe.with(settings(recipe, rate, iterations)), null, data, "1");
    }

    private static TrainingSettings settings(Recipe recipe, double rate, long iterations) {
        TrainingRequest training = new TrainingRequest(
                iterations,
                null,
                null,
                null,
                rate,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new SettingsResolver(
                        training, Preset.COURSE, 1, recipe.architecture().outputs(), null)
                .settings();
    }
}
