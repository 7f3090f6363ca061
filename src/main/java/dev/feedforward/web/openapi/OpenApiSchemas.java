package dev.feedforward.web.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Says in the OpenAPI document what the generator cannot see: names of choices are in lower case, numbers that are not
 * finite are null, and some shapes, in {@code openapi/schemas.json}, are of several kinds or of classes that know
 * nothing of HTTP.
 */
@Component
@Order(100) // After all schemas are there.
class OpenApiSchemas implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.putAll(read());
        schemas.values().forEach(OpenApiSchemas::correct);
        OpenApiExamples.operations(document)
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema)
                .forEach(schema -> {
                    correct(schema);
                    neverNull(schema);
                });
    }

    /** A parameter that is not there is left out; nothing in a URL says null. */
    private static void neverNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.remove("null");
            schema.setTypes(types);
        }
        if (schema.getItems() != null) {
            neverNull(schema.getItems());
        }
    }

    /** The name of the schema that {@code reference} refers to. */
    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void correct(Schema<?> schema) {
        if (schema.get$ref() != null && schema.getAnyOf() != null) {
            // The generator lists the kinds that a value may be of, and still insists on the class that reads it.
            schema.set$ref(null);
        }
        if (schema.getAnyOf() != null && schema.getAnyOf().size() == 1) {
            schema.set$ref(schema.getAnyOf().get(0).get$ref());
            schema.setAnyOf(null);
        }
        Set<String> types = schema.getTypes();
        if (types != null && types.contains("number")) {
            types.add("null");
        }
        if (schema.getEnum() != null) {
            lowerCase(schema);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(OpenApiSchemas::correct);
        }
        if (schema.getItems() != null) {
            correct(schema.getItems());
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(OpenApiSchemas::correct);
        }
    }

    @SuppressWarnings("unchecked") // The choices of an enum are strings.
    private static void lowerCase(Schema<?> schema) {
        ((Schema<String>) schema)
                .setEnum(schema.getEnum().stream()
                        .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                        .toList());
        if (schema.getDefault() != null) {
            ((Schema<String>) schema).setDefault(schema.getDefault().toString().toLowerCase(Locale.ROOT));
        }
    }

    private static Map<String, Schema<?>> read() {
        try (InputStream json = new ClassPathResource("openapi/schemas.json").getInputStream()) {
            return Json31.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("The jar lacks openapi/schemas.json", e);
        }
    }
}
