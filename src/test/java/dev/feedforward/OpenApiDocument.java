package dev.feedforward;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service's OpenAPI document, as a judge of bodies. It is stricter than it says: what it does not name is wrong.
 */
public final class OpenApiDocument {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> judges = new ConcurrentHashMap<>();
    private final JsonNode json;
    private final JsonNode strictComponents;

    public OpenApiDocument(JsonNode json) {
        this.json = json;
        strictComponents = json.get("components").deepCopy();
        close(strictComponents.get("schemas"));
    }

    /** One method on one path. */
    public record Operation(String method, String path, JsonNode json) {

        public String id() {
            return json.path("operationId").asString("");
        }

        /** What is documented for {@code status}, or else for all the others; missing if neither. */
        JsonNode response(int status) {
            JsonNode exact = json.get("responses").path(Integer.toString(status));
            return exact.isMissingNode() ? json.get("responses").path("default") : exact;
        }

        /** Path and query with the parameters' examples. */
        String example() {
            String query = parameters()
                    .filter(parameter -> parameter.has("example"))
                    .filter(parameter -> "query".equals(parameter.get("in").asString()))
                    .flatMap(parameter -> values(parameter.get("example"))
                            .map(value -> parameter.get("name").asString() + "=" + value))
                    .collect(Collectors.joining("&"));
            String filled = parameters()
                    .filter(parameter -> "path".equals(parameter.get("in").asString()))
                    .reduce(
                            path,
                            (url, parameter) -> url.replace(
                                    "{" + parameter.get("name").asString() + "}",
                                    parameter.get("example").asString()),
                            (a, b) -> a);
            return query.isEmpty() ? filled : filled + "?" + query;
        }

        /** Those of a list go one by one, as the document has it where it says nothing else. */
        private static Stream<String> values(JsonNode example) {
            return example.isArray() ? example.valueStream().map(JsonNode::asString) : Stream.of(example.asString());
        }

        public Stream<JsonNode> parameters() {
            return json.path("parameters").valueStream();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        return json.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    public Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No operation " + id));
    }

    List<String> tags() {
        return json.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
    }

    /** The named schemas. */
    public JsonNode schemas() {
        return json.get("components").get("schemas");
    }

    /** What is wrong with {@code value} by {@code schema}, a node of this document; empty if nothing. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return judges
                .computeIfAbsent(schema, this::judge)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema judge(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        close(whole);
        whole.set("components", strictComponents);
        return registry.getSchema(whole);
    }

    /** The description of a property or parameter: its own, or that of the schema that it refers to. */
    Optional<String> description(JsonNode described) {
        String reference = described.path("$ref").asString("");
        JsonNode named = schemas().path(reference.substring(reference.lastIndexOf('/') + 1));
        return Stream.of(described, named)
                .map(node -> node.path("description").asString(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.valueStream().forEach(OpenApiDocument::close);
    }
}
