package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers against what the OpenAPI document says of them: status, headers, type and body. */
public record OpenApiJudge(OpenApiDocument document) {

    private static final String CONTENT_DISPOSITION = "content-disposition";

    /** What Spring sends of its own where the last name of a path looks like that of a file. */
    private static final List<String> OF_NAMES_WITH_DOTS = List.of("inline;filename=f.txt");

    /** Headers that tell something of the call, and not of the connection or of every answer. */
    private static final Set<String> TELLING = Set.of(
            "location",
            "retry-after",
            "preference-applied",
            CONTENT_DISPOSITION,
            "allow",
            "accept",
            "etag",
            "last-modified",
            "link",
            "warning",
            "deprecation");

    void check(Operation operation, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        check(operation, answer);
    }

    /** The answer is what the operation documents for its status. */
    public void check(Operation operation, HttpResponse<String> answer) {
        String what = operation + " " + answer.statusCode();
        JsonNode documented = operation.json().get("responses").path(Integer.toString(answer.statusCode()));
        assertThat(documented.isMissingNode())
                .as("%s is not documented: %s", what, answer.body())
                .isFalse();
        checkHeaders(what, documented.path("headers"), answer);
        JsonNode content = documented.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        JsonNode media = content.path(type(answer));
        assertThat(media.has("schema")).as(what + " as " + type(answer)).isTrue();
        assertThat(document.faults(media.get("schema"), body(answer)))
                .as("%s: %s", what, answer.body())
                .isEmpty();
    }

    /** Those that are documented as required are there, and none that tells something is not documented. */
    private void checkHeaders(String what, JsonNode documented, HttpResponse<String> answer) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(documented.propertyNames());
        documented.forEachEntry((name, header) -> {
            if (header.path("required").asBoolean(false)) {
                assertThat(answer.headers().firstValue(name))
                        .as("%s of %s", name, what)
                        .isPresent();
            }
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> assertThat(document.faults(header.get("schema"), value(header, value)))
                            .as("%s of %s", name, what)
                            .isEmpty());
        });
        if (answer.statusCode() < 300) {
            if (answer.headers().allValues(CONTENT_DISPOSITION).equals(OF_NAMES_WITH_DOTS)) {
                named.add(CONTENT_DISPOSITION);
            }
            assertThat(answer.headers().map().keySet())
                    .as("headers of %s that the document does not name", what)
                    .noneMatch(name -> TELLING.contains(name) && !named.contains(name));
        }
    }

    private static JsonNode value(JsonNode header, String text) {
        return "integer".equals(header.at("/schema/type").asString(""))
                ? JsonMapper.shared().readTree(text)
                : JsonMapper.shared().getNodeFactory().stringNode(text);
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return type(answer).endsWith("json")
                ? Caller.json(answer)
                : JsonMapper.shared().getNodeFactory().stringNode(answer.body());
    }

    static String type(HttpResponse<String> answer) {
        MediaType type = MediaType.parseMediaType(
                answer.headers().firstValue("Content-Type").orElse("none/none"));
        return type.getType() + "/" + type.getSubtype();
    }
}
