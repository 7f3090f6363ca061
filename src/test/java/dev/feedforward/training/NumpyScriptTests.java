package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.nn.Activation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs models as Python scripts, where there are Python and numpy, and compares what they answer with the service. */
@FeedforwardTest
class NumpyScriptTests extends TrainingCalls {

    /** Reads rows, and writes what the script's predict() answers. */
    private static final String ASK = "import json, runpy, sys; module = runpy.run_path(sys.argv[1]);"
            + " print(json.dumps(module['predict'](json.loads(sys.argv[2])).tolist()))";

    @TempDir
    private Path folder;

    @BeforeAll
    static void findNumpy() throws Exception {
        boolean found;
        try {
            Process python = new ProcessBuilder("python3", "-c", "import numpy").start();
            found = python.waitFor() == 0;
        } catch (IOException e) {
            found = false;
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found)
                    .as("python3 with numpy, which continuous integration installs")
                    .isTrue();
        }
        assumeTrue(found, "NOT TESTED: python3 -c 'import numpy' fails here, so no script can be run");
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = Mode.EXCLUDE, names = "SOFTMAX")
    void answersAsTheServiceWithEveryActivation(Activation word) throws Exception {
        String activation = word.name().toLowerCase(Locale.ROOT);
        JsonNode job = train(("{'name': 'py-%s', 'inputs': [[0.5,-3],[2,40],[-700,1],[0,0],[-2,-0.3]],"
                        + " 'answers': [[1,0],[0,1],[0.5,0.5],[0,0],[1,1]],"
                        + " 'network': {'hidden': [5, 3], 'activation': '%s', 'outputActivation': '%s', 'bias': true},"
                        + " 'training': {'iterations': 20, 'learningRate': 1e-9}}")
                .formatted(activation, activation, activation));

        compare(job, "[[0.5,-3],[2,40],[-700,1],[0,0],[30,-800],[-2,-0.3]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            course     | {'name': 'py-course'} | [[0,1,1,0],[1,1,1,1]]
            classifier | {'name': 'py-classes', 'preset': 'classifier', 'inputs': [[1,200],[2,300],[3,150],[4,500]], 'answers': ['a','b','a','c'], 'training': {'epochs': 5}} | [[1,200],[9,-400]]
            regressor  | {'name': 'py-numbers', 'preset': 'regressor', 'inputs': [[1,200],[2,300],[3,150],[4,500]], 'answers': [1000,2500,900,4200], 'training': {'epochs': 5}} | [[1,200],[9,-400]]
            softmax    | {'name': 'py-softmax', 'inputs': [[1],[2],[3]], 'answers': [[1,0],[0,1],[1,0]], 'network': {'outputActivation': 'softmax'}, 'training': {'loss': 'cross_entropy', 'iterations': 9}} | [[1],[-800]]
            no hidden  | {'name': 'py-flat', 'inputs': [[1],[2],[3]], 'answers': [0,1,1], 'network': {'hidden': []}, 'training': {'iterations': 9}} | [[1],[7]]
            """)
    void answersAsTheServiceWithEveryPreset(String name, String request, String rows) throws Exception {
        compare(train(request), rows);
    }

    @Test
    void encodesCategoriesAndMissingValuesAsTheService() throws Exception {
        upload("py-mixed", """
                colour,size,kind
                "re""d\\",1.5,"cat'"
                blue,,"d\u2028og"
                ,2.5,"cat'"
                "re""d\\",3.5,"d\u2028og"
                blue,0.5,"😀"
                """);
        JsonNode job = train("{'name': 'py-mixed', 'dataset': 'py-mixed', 'preset': 'classifier',"
                + " 'training': {'epochs': 3, 'validationFraction': 0}}");

        compare(job, "[[\"blue\",1],[\"re\\\"d\\\\\",null],[null,-2.5]]");
        assertThat(run(script(job))).contains("d\u2028og").hasLineCount(5);
    }

    @Test
    void printsTheTestPredictions() throws Exception {
        JsonNode job = train("{'name': 'py-print'}");
        List<String> printed = run(script(job)).lines().toList();

        JsonNode outputs = job.get("result").get("test").get("outputs");
        assertThat(printed).hasSize(4);
        for (int i = 0; i < 4; i++) {
            String[] parts = printed.get(i).split("-> \\[|\\] ");
            assertThat(Double.parseDouble(parts[2]))
                    .isCloseTo(outputs.get(i).get(0).asDouble(), within(1e-12));
            assertThat(parts[3]).isEqualTo(i < 2 ? "1" : "0");
        }
        assertThat(printed.get(0)).startsWith("[1.0, 1.0, 1.0, 0.0] -> ");
    }

    @Test
    void printsPredictionsForZerosWhenTheRowsAreGone() throws Exception {
        JsonNode job = train("{'name': 'py-gone'}");
        caller.delete("/jobs/" + job.get("id").asLong());

        String script = script(job);

        assertThat(script).contains("# The model's rows are no longer kept");
        assertThat(run(script)).startsWith("[0.0, 0.0, 0.0, 0.0] -> [").hasLineCount(1);
    }

    @Test
    void keepsLabelsInTheirTexts() throws Exception {
        String label = "\"; import os #\n\u2028\"\"\"'''\\";
        JsonNode job = train(Map.of(
                "name",
                "py-label",
                "inputs",
                List.of(List.of(0), List.of(1)),
                "answers",
                List.of(label, "b"),
                "training",
                Map.of("iterations", 3)));

        assertThat(script(job))
                .matches("[ -~\n]*")
                .contains("LABELS = [\"\\\"; import os #\\u000a\\u2028\\\"\\\"\\\"'''\\\\\", \"b\"]");
        String ask = "import runpy, sys; print(runpy.run_path(sys.argv[1])['LABELS'][0] == sys.argv[2])";
        assertThat(python("-c", ask, file(script(job)), label)).startsWith("True");
        compare(job, "[[0],[1]]");
    }

    @Test
    void isAFileOfItsOwn() throws Exception {
        train("{'name': 'py-file', 'training': {'iterations': 1}}");
        HttpResponse<String> answer = caller.get("/models/py-file/versions/1/numpy");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/x-python;charset=utf-8"));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"py-file-1.py\"");
        assertThat(get("/models/py-file/versions/1").get("links").get("numpy").asString())
                .isEqualTo("/models/py-file/versions/1/numpy");
        assertThat(caller.get("/models/py-file/versions/2/numpy").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAModelWhoseWeightsWouldBeTooLongAText() throws Exception {
        train("{'name': 'py-large', " + XOR + ", 'network': {'hidden': [1100, 1000]}, 'training': {'iterations': 0}}");
        HttpResponse<String> answer = caller.get("/models/py-large/versions/1/numpy");

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(422);
        assertThat(Caller.json(answer).get("detail").asString()).contains("1103200 weights and biases");
    }

    private void compare(JsonNode job, String rows) throws Exception {
        HttpResponse<String> answer =
                caller.post(job.get("links").get("predict").asString(), "{\"inputs\": " + rows + "}");
        JsonNode expected = ok(answer).get("items");

        JsonNode answered = JsonMapper.shared().readTree(python("-c", ASK, file(script(job)), rows));

        assertThat(answered).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode outputs = expected.get(i).get("outputs");
            for (int j = 0; j < outputs.size(); j++) {
                double output = outputs.get(j).asDouble();
                assertThat(answered.get(i).get(j).asDouble())
                        .as("output %d of row %d", j, i)
                        .isCloseTo(output, within(1e-12 * Math.max(1.0, Math.abs(output))));
            }
        }
    }

    private String script(JsonNode job) throws Exception {
        HttpResponse<String> answer = caller.get(job.get("links").get("model").asString() + "/numpy");
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String run(String script) throws Exception {
        return python(file(script));
    }

    private String file(String script) throws IOException {
        return Files.writeString(folder.resolve("script.py"), script).toString();
    }

    private String python(String... arguments) throws Exception {
        ProcessBuilder python = new ProcessBuilder("python3");
        python.command().addAll(List.of(arguments));
        python.environment().put("PYTHONIOENCODING", "utf-8");
        Path errors = folder.resolve("errors");
        Process process = python.redirectError(errors.toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return printed;
    }

    private void upload(String name, String csv) throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/datasets/" + name + "?answers=kind&missing=mean")
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv)));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
    }
}
