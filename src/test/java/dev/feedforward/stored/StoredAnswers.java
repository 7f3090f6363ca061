package dev.feedforward.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the service answered of what it had stored.
 *
 * @param read answers by paths
 * @param resumed for each job that was paused, the answers by paths once it had gone on to its end
 */
record StoredAnswers(Map<String, JsonNode> read, Map<String, Map<String, JsonNode>> resumed) {

    static final String FILE = "answers.json";

    /** Fields for people, that may be worded anew, and those that differ from run to run. */
    private static final Set<String> PASSING =
            Set.of("links", "warnings", "problem", "description", "next", "createdAt", "seconds", "trainedBy");

    static StoredAnswers read(String json) {
        return JsonMapper.shared().readValue(json, StoredAnswers.class);
    }

    String write() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** What is to be kept of an answer. */
    static JsonNode lasting(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(PASSING);
        }
        answer.forEach(StoredAnswers::lasting);
        return answer;
    }

    /** Everything that was answered is still answered, to the bit; there may be fields besides. */
    static void assertStillAnswered(String at, JsonNode then, JsonNode now) {
        if (then.isObject()) {
            for (Map.Entry<String, JsonNode> field : then.properties()) {
                assertStillAnswered(at + "/" + field.getKey(), field.getValue(), now.path(field.getKey()));
            }
        } else if (then.isArray()) {
            assertThat(now).as(at).hasSameSizeAs(then);
            for (int i = 0; i < then.size(); i++) {
                assertStillAnswered(at + "/" + i, then.get(i), now.get(i));
            }
        } else if (then.isNumber() && now.isNumber()) {
            assertThat(now.doubleValue()).as(at).isEqualTo(then.doubleValue());
        } else {
            assertThat(now).as(at).isEqualTo(then);
        }
    }
}
