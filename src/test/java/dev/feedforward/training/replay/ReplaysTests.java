package dev.feedforward.training.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.WeightHistory;
import dev.feedforward.model.store.WhichModel;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.training.TrainingCalls;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.worker.TrainingPreparation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Replays give the weights that trainings went through, bit for bit. */
@FeedforwardTest
class ReplaysTests extends TrainingCalls {

    @Autowired
    private Models models;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private TrainingPreparation preparation;

    @Autowired
    private WeightHistory histories;

    @Autowired
    private ModelRows rows;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            course       | {}
            batches      | {'dataset': 'circle', 'network': {'hidden': [6, 5], 'bias': true}, 'training': {'iterations': 300, 'batchSize': 7, 'shuffle': true}}
            dropout      | {'dataset': 'gauss', 'network': {'hidden': [{'neurons': 6, 'dropout': 0.3}]}, 'training': {'iterations': 200, 'batchSize': 16}}
            adam         | {'dataset': 'xor-2d', 'network': {'hidden': [4]}, 'training': {'iterations': 300, 'optimizer': 'adam', 'learningRate': 0.01, 'learningRateSchedule': {'name': 'cosine', 'warmUp': 20}}}
            classifier   | {'dataset': 'circle', 'preset': 'classifier', 'training': {'epochs': 12, 'validationFraction': 0.2}}
            patience     | {'dataset': 'gauss', 'preset': 'classifier', 'training': {'epochs': 200, 'learningRate': 0.1, 'earlyStopping': {'patience': 2, 'minDelta': 0.001, 'restoreBest': true}}}
            regularized  | {'dataset': 'circle', 'training': {'iterations': 100, 'optimizer': 'momentum', 'learningRate': 0.1, 'l1': 0.001, 'l2': 0.01, 'gradientClipping': {'maxNorm': 0.5}}}
            enough       | {'training': {'iterations': 5000, 'stopAtCost': 0.1}}
            """)
    void passesThroughTheWeightsThatTheTrainingPassedThrough(String name, String request) throws Exception {
        JsonNode job =
                train(request.replaceFirst("\\{", "{'name': 'replay-" + name + (request.equals("{}") ? "'" : "',")));
        long id = job.get("id").asLong();
        long end = job.get("progress").get("iteration").asLong();
        assertThat(end).isGreaterThan(9);

        for (long iteration : new long[] {end / 2, 0, end - 1, 3, end / 2 + 1, 1, end / 3}) {
            Model found = models.find(new WhichModel(null, null, id, iteration));
            assertThat(found.network().parameters())
                    .as("%s at %d of %d", name, iteration, end)
                    .isEqualTo(stoppedAt(iteration, id));
            assertThat(found.moment().iteration()).isEqualTo(iteration);
        }
    }

    @Test
    void comesToTheWeightsOfTheModelWhereNoneWerePutBack() throws Exception {
        train("{'name': 'replay-first', " + XOR + ", 'training': {'iterations': 50}}");
        train("{'name': 'replay-first', 'from': {'model': 'replay-first'}, " + XOR
                + ", 'training': {'iterations': 40}}");

        Model first = models.find("replay-first", 1);
        Model second = models.find("replay-first", 2);

        assertThat(at("replay-first", 2, 0)).isEqualTo(first.network().parameters());
        assertThat(at("replay-first", 2, 40)).isEqualTo(second.network().parameters());
    }

    @Test
    void knowsWhatTheTrainingKnewThen() throws Exception {
        JsonNode job = train("{'name': 'replay-known'}");
        JsonNode cost = history(job);

        Model found = models.find(new WhichModel("replay-known", 1, null, 505L));

        assertThat(found.definition().figures().cost())
                .isEqualTo(cost.get("cost").get(50).asDouble());
        assertThat(found.definition().figures().loss())
                .isEqualTo(cost.get("loss").get(50).asDouble());
        assertThat(found.definition().figures().test().cost())
                .isEqualTo(cost.get("testCost").get(50).asDouble());
        assertThat(found.definition().figures().accuracy()).isNull();
        assertThat(models.find(new WhichModel("replay-known", 1, null, 0L))
                        .definition()
                        .figures()
                        .cost())
                .isNaN();
        assertThat(found.definition().provenance().dataSha256())
                .isEqualTo(
                        models.find("replay-known", 1).definition().provenance().dataSha256());
        assertThat(rows.of(found).training().rows()).isEqualTo(5);
    }

    @Test
    void tellsHowWeightsChanged() throws Exception {
        train("{'name': 'replay-path'}");
        Model model = models.find("replay-path", 1);

        WeightHistory.Path path =
                histories.of(model, 5, List.of(weights -> weights.weights(0)[5], weights -> weights.weights(1)[2]));

        assertThat(path.iteration()).containsExactly(0, 2_500, 5_000, 7_500, 10_000);
        assertThat(path.values()).hasDimensions(2, 5);
        for (int i = 0; i < 5; i++) {
            Parameters then = at("replay-path", 1, path.iteration()[i]);
            assertThat(path.values()[0][i]).isEqualTo(then.weights(0)[5]);
            assertThat(path.values()[1][i]).isEqualTo(then.weights(1)[2]);
        }
        // Of other weights, at points that were passed before and at others.
        WeightHistory.Path other = histories.of(model, 9, List.of(weights -> weights.weights(0)[6]));
        for (int i = 0; i < 9; i++) {
            assertThat(other.values()[0][i])
                    .isEqualTo(at("replay-path", 1, other.iteration()[i]).weights(0)[6]);
        }
        Model early = models.find(new WhichModel("replay-path", null, null, 2L));
        assertThat(histories
                        .of(early, 50, List.of(weights -> weights.weights(0)[0]))
                        .iteration())
                .containsExactly(0, 1, 2);
    }

    private Parameters at(String model, int version, long iteration) {
        return models.find(new WhichModel(model, version, null, iteration))
                .network()
                .parameters();
    }

    /** The weights of a training that is stopped, independently of replays. */
    private Parameters stoppedAt(long iteration, long job) {
        PreparedTraining training = preparation.of(jobs.recipe(job));
        Network network = training.network();
        Parameters seen = new Parameters(network.architecture());
        training.trainer(network, 1).train(new TrainingListener() {
            @Override
            public boolean continueAt(long at) {
                if (at == iteration) {
                    seen.copyFrom(network.parameters());
                }
                return at < iteration;
            }

            @Override
            public void recorded(long at, double cost, double loss, double validationCost, double testCost) {}
        });
        return seen;
    }
}
