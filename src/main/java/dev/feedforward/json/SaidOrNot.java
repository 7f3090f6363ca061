package dev.feedforward.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ext.jdk8.Jdk8OptionalDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ReferenceType;

/**
 * Reads an {@code Optional} so that one that is left out, which becomes null, differs from one that is said to be null,
 * which is empty.
 */
final class SaidOrNot extends Jdk8OptionalDeserializer {

    private SaidOrNot(JavaType type, @Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> content) {
        super(type, null, typed, content);
    }

    @Override
    public Jdk8OptionalDeserializer withResolved(TypeDeserializer typed, ValueDeserializer<?> content) {
        return new SaidOrNot(_fullType, typed, content);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    /** Puts these deserializers in the place of Jackson's. */
    static final class Finder extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer typed,
                @Nullable ValueDeserializer<?> content) {
            return new SaidOrNot(type, typed, content);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return false;
        }
    }
}
