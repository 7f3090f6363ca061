package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests as people send them who know other libraries, and what they are told. */
@FeedforwardTest
class OtherLibrariesTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"training": {"lr": 1}}                       | #/training/lr           | did you mean "learningRate"?
            {"training": {"learning_rate": 1}}            | #/training/learning_rate | did you mean "learningRate"?
            {"training": {"batch_size": 1}}               | #/training/batch_size   | did you mean "batchSize"?
            {"training": {"n_epochs": 1}}                 | #/training/n_epochs     | did you mean "epochs"?
            {"training": {"activation": "relu"}}          | #/training/activation   | write it as network.activation
            {"training": {"momentum": 0.9}}               | #/training/momentum     | write it as training.optimizer.momentum
            {"training": {"patience": 5}}                 | #/training/patience     | write it as training.earlyStopping.patience
            {"training": {"dropout": 0.5}}                | #/training/dropout      | write it as network.hidden[].dropout
            {"training": {"loss": "mse"}}                 | #/training/loss         | did you mean "mean_squared_error"?
            {"training": {"loss": "categorical_crossentropy"}} | #/training/loss    | did you mean "cross_entropy"?
            {"network": {"activation": "logistic"}}       | #/network/activation    | did you mean "sigmoid"?
            {"network": {"outputActivation": "linear"}}   | #/network/outputActivation | did you mean "identity"?
            {"network": {"hidden": 4}}                    | #/network/hidden        | must be a list, but is 4: write [4]
            {"network": {"layers": [4]}}                  | #/network/layers        | did you mean "hidden"?
            {"network": {"hidden": [{"units": 4}]}}       | #/network/hidden/0/units | did you mean "neurons"?
            {"hidden_layer_sizes": [8]}                   | #/hidden_layer_sizes    | write it as network.hidden
            {"layers": [{"units": 8}]}                    | #/layers                | write it as network.hidden
            {"max_iter": 200}                             | #/max_iter              | write it as training.epochs
            {"solver": "adam"}                            | #/solver                | write it as training.optimizer
            {"lr": 0.1}                                   | #/lr                    | write it as training.learningRate
            {"X": [[0]]}                                  | #/X                     | did you mean "inputs"?
            {"y_train": [0]}                              | #/y_train               | did you mean "answers"?
            {"inputs": [0,1,1,0], "answers": [1]}         | #/inputs                | one row is [[0,1,1,0]], several of one number each are [[0],[1],[1],[0]]
            {"inputs": [[true]], "answers": [1]}          | #/inputs/0/0            | true is not a number: write 1 for true and 0 for false
            {"inputs": [{"r": 1}], "answers": [1]}        | #/inputs/0              | as in [[0,1],[1,0]]
            {"inputs": [{"r": 1}], "answers": [1]}        | #/inputs/0              | uploaded by PUT /datasets/{name}, and trained on as "dataset": "{name}"
            {"inputs": [[0]], "answers": [{"r": 1}]}      | #/answers/0             | an object: give a number, a list of numbers or a class label; rows with names are uploaded
            {"inputs": [[0,1],[1]], "answers": [0,1]}     | #/inputs/1              | 1 values, the first row has 2
            """)
    void areToldTheNameThatItHasHere(String json, String pointer, String detail) throws Exception {
        HttpResponse<String> answer = caller.post("/train", json);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).get("errors").valueStream())
                .as(answer.body())
                .anySatisfy(error -> {
                    assertThat(error.get("pointer").stringValue()).isEqualTo(pointer);
                    assertThat(error.get("detail").stringValue()).contains(detail);
                });
    }

    @Test
    void areToldThatTheModelIsAParameter() throws Exception {
        assertThat(caller.post("/predict", "{\"inputs\": [[0,1,1,0]], \"model\": \"xor\"}")
                        .body())
                .contains("it is a parameter, and stands in the URL: ?model=…");
        assertThat(caller.post("/predict", "{\"inputs\": [0,1,1,0]}").body()).contains("one row is [[0,1,1,0]]");
    }

    @Test
    void areNeverShownHowToDeleteWhereTheyWouldUpload() throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/datasets/iris")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b\n1,2\n")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Caller.json(answer).get("action").stringValue())
                .isEqualTo("Use PUT to upload: curl -T iris.csv http://localhost:%d/datasets/iris", caller.port());

        HttpResponse<String> nameless = caller.send(
                caller.to("/datasets").header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b\n1,2\n")));
        assertThat(nameless.statusCode()).isEqualTo(405);
        assertThat(Caller.json(nameless).get("action").stringValue())
                .isEqualTo(
                        "Use PUT to upload, with a name in the path: curl -T FILE http://localhost:%d/datasets/NAME",
                        caller.port());
    }

    @Test
    void areShownTheLineThatSendsAFile() throws Exception {
        HttpResponse<String> text = caller.send(
                caller.to("/train").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("a,b\n1,2\n")));
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(text.body())
                .contains(
                        "curl --json '{\\\"inputs\\\": ",
                        "-H 'Content-Type: text/csv' --data-binary @FILE",
                        "application/json is read here, and as a file CSV (text/csv), the same compressed by gzip"
                                + " (application/gzip).");
        HttpResponse<String> form = caller.send(caller.to("/datasets/iris")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .PUT(BodyPublishers.ofString("--x--")));
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body())
                .contains("Send the file itself in place of a form: curl -T iris.csv http://localhost:")
                .contains(
                        "CSV (text/csv), JSON (application/json), the same compressed by gzip (application/gzip) is read")
                .doesNotContain("ms-excel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /predict | {'inputs': | --json '{"inputs": [[0,1,1,0]]}' http
            /predict | ` `        | --json '{"inputs": [[0,1,1,0]]}' http
            /predict | ``         | --json '{"inputs": [[0,1,1,0]]}' http
            /train   | {inputs:   | --json '{"inputs": [[0,1],[1,0]], "answers": [1,0]}' http
            """)
    void areShownTheLineForThePathCalled(String path, String body, String line) throws Exception {
        HttpResponse<String> answer = caller.post(path, body);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(400);
        assertThat(Caller.json(answer).get("action").asString()).contains(line).endsWith(caller.port() + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /train   | must be an object, but is a list, so write {"inputs": [[0,1],[1,0]], "answers": [1,0]}
            /predict | must be an object, but is a list, so write {"inputs": [[0,1,1,0]]}
            """)
    void areShownWhereTheListBelongsThatTheySendAlone(String path, String detail) throws Exception {
        JsonNode error =
                Caller.json(caller.post(path, "[[1,2],[3,4]]")).get("errors").get(0);

        assertThat(error.get("pointer").asString()).isEqualTo("#");
        assertThat(error.get("detail").asString()).isEqualTo(detail);
    }
}
