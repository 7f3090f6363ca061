package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The names under which answers that are files are saved. */
@FeedforwardTest
class FileNameTests extends TrainingCalls {

    @Test
    void nameTheModelOrTheJobAndWhatIsInThem() throws Exception {
        String xor = "{'name': 'file-names', " + XOR + ", 'testInputs': ['01'], 'testAnswers': [1],"
                + " 'training': {'iterations': 10}}";
        JsonNode job = train(xor);
        JsonNode second = train(xor);
        JsonNode numbers = train(
                "{'name': 'file-numbers', 'inputs': [[1],[2]], 'answers': [3.5,4.5], 'testInputs': [[3]], 'testAnswers': [5.5],"
                        + " 'training': {'iterations': 1, 'standardizeAnswers': true}}");
        long id = job.get("id").asLong();
        long last = numbers.get("id").asLong();
        String model = "/models/file-names/versions/1";
        String asked = "model=file-names&version=1&";

        Map<String, String> files = new HashMap<>();
        files.put("/jobs/" + id + "/cost?format=csv", "job-" + id + "-cost.csv");
        files.put("/cost?format=png", "job-" + last + "-cost.png");
        String both = id + "," + second.get("id").asLong();
        files.put("/compare?jobs=" + both + "&format=svg", "jobs-" + both.replace(',', '-') + "-cost.svg");
        files.put("/compare?jobs=" + both + "&measure=loss&format=csv", "jobs-" + both.replace(',', '-') + "-loss.csv");
        files.put(model + "/evaluation?format=svg", "file-names-1-confusion.svg");
        files.put("/models/file-numbers/versions/1/evaluation?format=csv", "file-numbers-1-predicted.csv");
        files.put("/jobs/" + id + "/evaluation?format=svg", "file-names-1-confusion.svg");
        files.put(model + "/mistakes?format=png", "file-names-1-mistakes.png");
        files.put(model + "/mistakes?dataset=xor&format=csv", "file-names-1-on-xor-mistakes.csv");
        files.put(model + "/importance?format=svg", "file-names-1-importance.svg");
        files.put("/decision-surface?" + asked + "format=png", "file-names-1-decision-surface.png");
        files.put("/slice?" + asked + "format=svg", "file-names-1-slice.svg");
        files.put("/slice/surface?" + asked + "format=svg", "file-names-1-slice-surface.svg");
        files.put(model + "/numpy", "file-names-1.py");

        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(caller.get(file.getKey()).headers().firstValue("Content-Disposition"))
                    .as(file.getKey())
                    .hasValueSatisfying(said -> assertThat(said).endsWith("; filename=\"" + file.getValue() + "\""));
        }
    }
}
