package dev.feedforward.web.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the OpenAPI document which properties a record always has: those that are not {@link Nullable}. So an answer
 * without one of the others leaves it out, and a request has to give only what it cannot do without.
 */
@Component
class OpenApiRecords implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            Schema<?> whole = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(OpenApiSchemas.name(schema.get$ref()));
            if (whole != null && whole.getProperties() != null) {
                require(whole, always(raw));
            }
        }
        return schema;
    }

    private static void require(Schema<?> schema, Set<String> always) {
        Set<String> required = new LinkedHashSet<>(schema.getProperties().keySet());
        required.removeIf(name -> !always.contains(name) && !isSaidToBeRequired(schema, name));
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static boolean isSaidToBeRequired(Schema<?> schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }

    /** What is there in each value of the record: components, and what methods add to them. */
    private static Set<String> always(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> !method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .flatMap(OpenApiRecords::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Method accessor) {
        return accessor.isAnnotationPresent(JsonUnwrapped.class)
                ? always(accessor.getReturnType()).stream()
                : Stream.of(accessor.getName());
    }
}
