package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trainings that go on from a model. */
@FeedforwardTest
class FromModelTests extends TrainingCalls {

    @Test
    void trainsTheSameWeightsWhenContinuedHalfway() throws Exception {
        train("{'name': 'whole', " + XOR + ", 'training': {'iterations': 1000}}");
        train("{'name': 'half', " + XOR + ", 'training': {'iterations': 500}}");
        JsonNode job = train("{'from': {'model': 'half'}, " + XOR + ", 'training': {'iterations': 500}}");

        assertThat(job.get("model").get("name").asString()).isEqualTo("half");
        assertThat(job.get("model").get("version").asInt()).isEqualTo(2);
        JsonNode whole = get("/models/whole/versions/1");
        JsonNode continued = get("/models/half/versions/2");
        assertThat(continued.get("layers")).isEqualTo(whole.get("layers"));
        assertThat(continued.get("provenance").get("weightsSha256"))
                .isEqualTo(whole.get("provenance").get("weightsSha256"));
        assertThat(get("/models/half/versions/1").get("layers")).isNotEqualTo(whole.get("layers"));
    }

    @Test
    void continuesTheNamedVersionUnderTheNewNameWhenBothAreSaid() throws Exception {
        train("{'name': 'old', " + XOR + ", 'training': {'iterations': 10}}");
        train("{'name': 'old', " + XOR + ", 'training': {'iterations': 20, 'seed': 5}}");

        JsonNode job = train(
                "{'name': 'new', 'from': {'model': 'old', 'version': 1}, " + XOR + ", 'training': {'iterations': 0}}");

        assertThat(job.get("model").get("name").asString()).isEqualTo("new");
        assertThat(model(job).get("layers"))
                .isEqualTo(get("/models/old/versions/1").get("layers"));
    }

    @Test
    void keepsTheModelThatAJobWhichHasNotEndedGoesOnFrom() throws Exception {
        train("{'name': 'start', " + XOR + ", 'training': {'iterations': 10}}");
        train("{'name': 'start', " + XOR + ", 'training': {'iterations': 20}}");
        String body = "{'name': 'onwards', 'from': {'model': 'start', 'version': 1}, " + XOR
                + ", 'training': {'iterations': 500000000, 'recordEvery': 1000000}}";
        HttpResponse<String> accepted = caller.post("/train", body.replace('\'', '"'));
        assertThat(accepted.statusCode()).isEqualTo(202);
        int job = Caller.json(accepted).get("id").asInt();

        for (String path : List.of("/models/start", "/models/start/versions/1")) {
            HttpResponse<String> refused = caller.delete(path);
            assertThat(refused.statusCode()).isEqualTo(409);
            JsonNode problem = Caller.json(refused);
            assertThat(problem.get("type").asString()).endsWith("/problems/wrong-state");
            assertThat(problem.get("detail").asString()).contains("Job " + job, "start version 1");
            assertThat(problem.get("action").asString()).contains("/jobs/" + job + "/cancel");
        }
        assertThat(caller.delete("/models/start/versions/2").statusCode()).isEqualTo(204);

        assertThat(caller.post("/jobs/" + job + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(caller.delete("/models/start").statusCode()).isEqualTo(204);
    }

    @Test
    void keepsLabelsAndScalingWhenContinued() throws Exception {
        Table training = blobs(1);
        JsonNode first = train(Map.of(
                "name",
                "scaled",
                "preset",
                "classifier",
                "inputs",
                training.inputs,
                "answers",
                training.answers,
                "training",
                Map.of("epochs", 2)));

        JsonNode second = train(Map.of(
                "from",
                Map.of("model", "scaled"),
                "inputs",
                training.inputs.subList(0, 40),
                "answers",
                training.answers.subList(0, 40),
                "training",
                Map.of("iterations", 1, "loss", "cross_entropy")));

        assertThat(model(second).get("training").get("standardizeInputs").asBoolean())
                .isTrue();
        assertThat(second.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("code").asString()))
                .doesNotContain("unscaled_inputs");
        assertThat(model(second).get("inputScaling")).isEqualTo(model(first).get("inputScaling"));
        assertThat(model(second).get("classes")).isEqualTo(model(first).get("classes"));
    }

    @Test
    void answers404WhenTheModelToContinueIsUnknown() throws Exception {
        HttpResponse<String> answer = post("{'from': {'model': 'nobody'}, " + XOR + "}");

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(404);
        assertThat(Caller.json(answer).get("type").asString()).isEqualTo("/problems/model-not-found");
    }

    @Test
    void namesTheModelThatMayBeMeant() throws Exception {
        train("{'name': 'harbour', 'training': {'iterations': 1}}");

        HttpResponse<String> answer = post("{'from': {'model': 'harbor'}}");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(404);
        assertThat(Caller.json(answer).get("detail").asString())
                .isEqualTo("There is no model \"harbor\". Did you mean \"harbour\"?");
        assertThat(caller.get("/predict?bits=0110&model=Harbour&version=1").body())
                .contains("Did you mean \\\"harbour\\\"?");
        assertThat(caller.get("/predict?bits=0110&model=harbour&version=9").body())
                .doesNotContain("Did you mean");
    }

    @Test
    void answers404WhenTheVersionToContinueIsUnknown() throws Exception {
        train("{'name': 'once', " + XOR + ", 'training': {'iterations': 1}}");

        assertThat(post("{'from': {'model': 'once', 'version': 2}, " + XOR + "}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answers422WhenTheRowsDoNotFitTheModelToContinue() throws Exception {
        train("{'name': 'two', " + XOR + ", 'training': {'iterations': 1}}");

        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2,3]], 'answers': [1]}", "#/inputs", "3 numbers");
        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2]], 'answers': [[1,0]]}", "#/answers", "2 numbers");
        assertFault("{'from': {'model': 'two'}, 'inputs': [[1,2]], 'answers': ['a']}", "#/answers", "class labels");
    }

    @Test
    void answers422WhenTheModelToContinueIsGivenANetwork() throws Exception {
        train("{'name': 'own', " + XOR + ", 'training': {'iterations': 1}}");

        assertFault("{'from': {'model': 'own'}, 'network': {'hidden': [3]}, " + XOR + "}", "#/network", "leave one");
        assertFault(
                "{'from': {'model': 'own'}, 'training': {'standardizeInputs': true}, " + XOR + "}",
                "#/training/standardizeInputs",
                "leave it out");
    }
}
