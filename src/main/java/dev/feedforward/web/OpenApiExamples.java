package dev.feedforward.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds examples of requests and answers to the OpenAPI document, from {@code openapi/examples.json}: by operation, then
 * by {@code request} or the answer's status, then by the example's summary.
 */
@Component
class OpenApiExamples implements GlobalOpenApiCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    @Override
    public void customise(OpenAPI document) {
        Examples examples = read();
        document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .forEach(operation -> add(operation, examples.getOrDefault(operation.getOperationId(), Map.of())));
    }

    private static void add(Operation operation, Map<String, Map<String, Object>> examples) {
        examples.forEach((place, values) -> {
            Content content = "request".equals(place)
                    ? operation.getRequestBody().getContent()
                    : Objects.requireNonNull(operation.getResponses().get(place))
                            .getContent();
            MediaType json = Objects.requireNonNull(content.get(JSON));
            values.forEach((summary, value) ->
                    json.addExamples(summary, new Example().summary(summary).value(value)));
        });
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
