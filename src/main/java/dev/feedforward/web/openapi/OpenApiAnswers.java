package dev.feedforward.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says in the OpenAPI document what the generator cannot see of answers: a plot is text or a picture and not the object
 * that it draws, and an answer is what its schema says rather than just OK.
 */
@Component
@Order(1) // Before examples are added.
class OpenApiAnswers implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        OpenApiExamples.operations(document).forEach(operation -> {
            operation.setResponses(inOrder(operation.getResponses()));
            operation.getResponses().values().forEach(response -> correct(response, schemas));
        });
    }

    private static ApiResponses inOrder(ApiResponses responses) {
        ApiResponses sorted = new ApiResponses();
        sorted.putAll(new TreeMap<>(responses));
        return sorted;
    }

    private static void correct(ApiResponse response, Map<String, Schema> schemas) {
        Content content = response.getContent();
        if ("No Content".equals(response.getDescription())) {
            response.setDescription("It is gone.");
        }
        if (content == null) {
            return;
        }
        content.values().stream()
                .filter(media -> media.getSchema() != null && media.getSchema().getOneOf() != null)
                .forEach(OpenApiAnswers::narrow);
        if ("OK".equals(response.getDescription())) {
            Optional.ofNullable(content.get(OpenApiExamples.JSON))
                    .map(MediaType::getSchema)
                    .map(Schema::get$ref)
                    .map(reference -> schemas.get(OpenApiSchemas.name(reference)))
                    .ifPresent(schema -> response.setDescription(schema.getDescription()));
        }
        if (content.keySet().stream().anyMatch(type -> type.startsWith("image/"))) {
            response.addHeaderObject("Content-Disposition", fileName());
        }
        // The generator gives all media types of an answer one and the same object.
        content.replaceAll((type, media) -> type.endsWith("json") ? media : new MediaType().schema(written(type)));
    }

    private static Header fileName() {
        return new Header()
                .description("A name for the file, of what is not JSON.")
                .schema(new Schema<>().types(Set.of("string")).example("inline; filename=\"cost-1.svg\""));
    }

    /** Where two methods answer one call, the generator takes one that answers several kinds for any object at all. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // The generator's own signature.
    private static void narrow(MediaType media) {
        List<Schema> kinds = media.getSchema().getOneOf();
        kinds.stream().filter(kind -> kind.get$ref() != null).findFirst().ifPresent(media::setSchema);
    }

    private static Schema<?> written(String type) {
        Schema<?> schema = new Schema<>().types(Set.of("string"));
        return switch (type) {
            case "text/csv" -> schema.description("A table: a header, then a row a point.");
            case "text/plain" -> schema.description("A line of blocks a curve, for a terminal.");
            case "text/x-python" -> schema.description("A program in Python.");
            case "text/event-stream" -> schema.description("Events: lines of fields, then an empty line.");
            case "image/svg+xml" -> schema.description("A picture that scales.");
            default -> schema.description("A picture.").format("binary");
        };
    }
}
