package dev.feedforward.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads something that is either just its name or an object that says more.
 *
 * @param <N> the names
 * @param <T> what is read
 */
public abstract class NamedDeserializer<N, T> extends StdDeserializer<T> {

    private final Class<N> names;
    private final Class<T> type;

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final Function<N, T> named;

    protected NamedDeserializer(Class<N> names, Class<T> type, Function<N, T> named) {
        super(type);
        this.names = names;
        this.type = type;
        this.named = named;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return context.readValue(parser, type);
        }
        N name = context.readValue(parser, names);
        return name == null ? null : named.apply(name);
    }
}
