package dev.feedforward.json;

import dev.feedforward.json.name.NearestName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * All fields of a body by their paths, such as {@code training.learningRate} or {@code network.hidden[].dropout}, as
 * its records have them: to tell where a field belongs that stands elsewhere.
 *
 * @param names by path, the name that the path ends with
 * @param parameters what the call takes in its URL instead
 */
record BodyFields(Map<String, String> names, Set<String> parameters) {

    /**
     * The attribute of the context that finds the fields of the body being bound: they are only asked for by faults.
     */
    static final Object KEY = BodyFields.class;

    /** A value of {@link #KEY}. */
    static Supplier<BodyFields> finder(Type body, Set<String> parameters) {
        return () -> {
            Map<String, String> names = new LinkedHashMap<>();
            collect(body, "", names, new HashSet<>());
            return new BodyFields(names, parameters);
        };
    }

    static BodyFields of(DeserializationContext context) {
        return context.getAttribute(KEY) instanceof Supplier<?> finder && finder.get() instanceof BodyFields fields
                ? fields
                : new BodyFields(Map.of(), Set.of());
    }

    /** The path, nearest to the top, that ends with the name, however its words are joined. */
    Optional<String> pathOf(String name) {
        String folded = NearestName.fold(name);
        return names.entrySet().stream()
                .filter(field -> NearestName.fold(field.getValue()).equals(folded))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(path -> path.split("\\.").length));
    }

    private static void collect(Type type, String path, Map<String, String> names, Set<Class<?>> within) {
        if (type instanceof ParameterizedType generic) {
            String suffix = generic.getRawType() == List.class ? "[]" : "";
            collect(generic.getActualTypeArguments()[0], path + suffix, names, within);
            return;
        }
        // Those with a reader of their own, such as rows, are no objects in JSON.
        if (!(type instanceof Class<?> record)
                || !record.isRecord()
                || record.isAnnotationPresent(JsonDeserialize.class)
                || !within.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
            names.put(at, component.getName());
            collect(component.getGenericType(), at, names, within);
        }
        within.remove(record);
    }
}
