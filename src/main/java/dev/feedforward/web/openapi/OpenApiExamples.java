package dev.feedforward.web.openapi;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds examples of requests and answers to the OpenAPI document, from {@code openapi/examples.json}: by operation, then
 * by {@code request} or the answer's status (and the media type, where it is not JSON), then by the example's summary;
 * for a problem, by the last part of its type. The operations are put in the order of that file, which is the order of
 * the story.
 */
@Component
@Order(50) // After the problems, so that an example here can take the place of a typical one.
class OpenApiExamples implements GlobalOpenApiCustomizer {

    static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    /** Every operation of the document, in its order. */
    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream);
    }

    @Override
    public void customise(OpenAPI document) {
        Examples examples = read();
        operations(document)
                .forEach(operation -> add(operation, examples.getOrDefault(operation.getOperationId(), Map.of())));
        document.setPaths(sorted(document.getPaths(), new ArrayList<>(examples.keySet())));
    }

    private static void add(Operation operation, Map<String, Map<String, Object>> examples) {
        examples.forEach((place, values) -> {
            MediaType media = media(operation, place);
            values.forEach((summary, value) -> media.addExamples(
                    summary, new Example().summary(title(value, summary)).value(value)));
        });
    }

    private static String title(Object value, String otherwise) {
        return value instanceof Map<?, ?> problem && problem.get("title") instanceof String title ? title : otherwise;
    }

    /** Where the examples of {@code place} belong, such as "request", "200" or "200 text/csv". */
    private static MediaType media(Operation operation, String place) {
        String[] words = place.split(" ", 2);
        Content content = "request".equals(words[0])
                ? operation.getRequestBody().getContent()
                : Objects.requireNonNull(operation.getResponses().get(words[0])).getContent();
        String type = words.length > 1 ? words[1] : content.containsKey(JSON) ? JSON : PROBLEM;
        return Objects.requireNonNull(content.get(type), () -> operation.getOperationId() + " has no " + place);
    }

    private static Paths sorted(Paths paths, List<String> order) {
        Paths sorted = new Paths();
        paths.entrySet().stream()
                .sorted(Comparator.comparingInt(path -> path.getValue().readOperations().stream()
                        .mapToInt(operation -> order.indexOf(operation.getOperationId()))
                        .map(index -> index < 0 ? Integer.MAX_VALUE : index)
                        .min()
                        .orElse(0)))
                .forEach(path -> sorted.addPathItem(path.getKey(), new PutFirst(path.getValue())));
        return sorted;
    }

    /** A path whose PUT comes first: what it makes is looked at and deleted after. */
    @JsonPropertyOrder({"put", "get", "post", "delete"})
    private static final class PutFirst extends PathItem {

        PutFirst(PathItem path) {
            path.readOperationsMap().forEach(this::operation);
        }
    }

    private static Examples read() {
        try (InputStream json = new ClassPathResource("openapi/examples.json").getInputStream()) {
            return JsonMapper.shared().readValue(json, Examples.class);
        } catch (IOException e) {
            throw new IllegalStateException("The jar lacks openapi/examples.json", e);
        }
    }

    private static final class Examples extends LinkedHashMap<String, Map<String, Map<String, Object>>> {
        private static final long serialVersionUID = 1L;
    }
}
