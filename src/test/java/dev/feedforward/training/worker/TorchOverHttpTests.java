package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.nn.TorchReference;
import dev.feedforward.nn.data.Samples;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PyTorch's trainings asked for over HTTP: whatever a request can say is what the network is trained with. */
@FeedforwardTest
class TorchOverHttpTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bce-tanh-adam",
                "ce-leakyrelu-adamw",
                "ce-relu-adam",
                "halfsum-nobias-sgd",
                "huber-softplus-adagrad",
                "mae-silu-sgd",
                "mse-elu-rmsprop",
                "mse-gaussian-sgd",
                "mse-gelu-l2-sgd",
                "mse-relu-nesterov",
                "mse-sigmoid-sgd",
                "mse-tanh-deep-momentum"
            })
    void followsPyTorchWhenEverySettingIsSaid(String name) throws Exception {
        TorchReference reference = TorchReference.load(name);

        JsonNode job = ok(caller.post("/train?wait=60", body(name, reference)));

        assertThat(job.get("status").asString()).isEqualTo("succeeded");
        JsonNode history = ok(caller.get(job.get("links").get("cost").asString()));
        assertClose(history.get("loss"), reference.lossBeforeStep());
        assertLayers(ok(caller.get(job.get("links").get("model").asString())), reference);
        JsonNode answers = ok(caller.post(
                job.get("links").get("predict").asString(),
                JsonMapper.shared().writeValueAsString(Map.of("inputs", reference.inputs()))));
        assertThat(answers.get("items")).hasSize(reference.outputs().length);
        for (int i = 0; i < reference.outputs().length; i++) {
            assertClose(answers.get("items").get(i).get("outputs"), reference.outputs()[i]);
        }
    }

    private static void assertLayers(JsonNode model, TorchReference reference) {
        assertThat(model.get("layers")).hasSize(reference.last().size());
        for (int l = 0; l < reference.last().size(); l++) {
            JsonNode layer = model.get("layers").get(l);
            TorchReference.Layer expected = reference.last().get(l);
            assertThat(layer.get("weights")).hasSize(expected.weights().length);
            for (int i = 0; i < expected.weights().length; i++) {
                assertClose(layer.get("weights").get(i), expected.weights()[i]);
            }
            assertClose(layer.get("biases"), reference.bias() ? expected.biases() : new double[0]);
        }
    }

    private static String body(String name, TorchReference reference) {
        Samples rows = reference.training();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "name",
                        name,
                        "inputs",
                        rows.inputs().toMatrix().toRows(),
                        "answers",
                        rows.answers().toRows(),
                        "network",
                        network(reference),
                        "training",
                        training(reference)));
    }

    private static Map<String, Object> network(TorchReference reference) {
        List<String> activations = reference.activations();
        int last = activations.size() - 1;
        return Map.of(
                "hidden",
                IntStream.range(0, last)
                        .mapToObj(l -> Map.of("neurons", reference.sizes()[l + 1], "activation", activations.get(l)))
                        .toList(),
                "outputActivation",
                activations.get(last),
                "bias",
                reference.bias(),
                "initialWeights",
                reference.initial().stream()
                        .map(layer -> reference.bias()
                                ? Map.of("weights", layer.weights(), "biases", layer.biases())
                                : Map.of("weights", layer.weights()))
                        .toList());
    }

    private static Map<String, Object> training(TorchReference reference) {
        TorchReference.Settings said = reference.optimizer();
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("iterations", reference.batches().length);
        training.put("batchSize", reference.batches()[0].length);
        training.put("shuffle", false);
        training.put("recordEvery", 1);
        training.put("loss", reference.loss());
        training.put("learningRate", said.lr());
        training.put("optimizer", optimizer(said));
        if (said.weightDecay() != null && !said.name().equals("adamw")) {
            training.put("l2", said.weightDecay());
        }
        return training;
    }

    /** The optimizer under the service's names; what PyTorch's has no number for is left out. */
    private static Map<String, Object> optimizer(TorchReference.Settings said) {
        Map<String, Object> optimizer = new LinkedHashMap<>();
        String withMomentum = Boolean.TRUE.equals(said.nesterov()) ? "nesterov" : "momentum";
        optimizer.put("name", said.momentum() == null ? said.name() : withMomentum);
        putIfSaid(optimizer, "momentum", said.momentum());
        putIfSaid(optimizer, "alpha", said.alpha());
        putIfSaid(optimizer, "epsilon", said.eps());
        if (said.betas() != null) {
            optimizer.put("beta1", said.betas()[0]);
            optimizer.put("beta2", said.betas()[1]);
        }
        if (said.name().equals("adamw")) {
            optimizer.put("weightDecay", said.weightDecay());
        }
        return optimizer;
    }

    private static void putIfSaid(Map<String, Object> optimizer, String parameter, Double value) {
        if (value != null) {
            optimizer.put(parameter, value);
        }
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return Caller.json(answer);
    }

    private static void assertClose(JsonNode actual, double[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i).asDouble()).isCloseTo(expected[i], within(1e-10 * Math.abs(expected[i])));
        }
    }
}
