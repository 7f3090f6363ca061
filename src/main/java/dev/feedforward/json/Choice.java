package dev.feedforward.json;

import dev.feedforward.json.name.ForeignNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.util.EnumResolver;

/** Reads an enum constant by its exact name; a wrong one is answered with the right ones. */
final class Choice extends Scalar<Enum<?>> {

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final List<String> names;

    private final EnumResolver resolver;

    Choice(EnumResolver resolver) {
        this(resolver, inOrder(resolver));
    }

    private Choice(EnumResolver resolver, List<String> names) {
        super(resolver.getEnumClass(), "one of " + String.join(", ", names), null);
        this.resolver = resolver;
        this.names = names;
    }

    @Override
    @Nullable
    String objection(JsonParser p) {
        if (!p.hasToken(JsonToken.VALUE_STRING)) {
            return mustBeNoun(p);
        }
        String given = p.getString();
        if (resolver.findEnum(given) != null) {
            return null;
        }
        return mustBeNoun(p)
                + ForeignNames.orNearest(given, names)
                        .map(nearest -> "; did you mean \"" + nearest + "\"?")
                        .orElse("");
    }

    @Override
    Enum<?> value(JsonParser p, DeserializationContext ctxt) {
        return resolver.findEnum(p.getString());
    }

    private static List<String> inOrder(EnumResolver resolver) {
        return resolver.getEnums().stream()
                .flatMap(constant -> resolver.getEnumIds().stream().filter(id -> resolver.findEnum(id) == constant))
                .toList();
    }
}
