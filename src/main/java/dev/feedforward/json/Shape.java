package dev.feedforward.json;

import dev.feedforward.error.BodyExample;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Lets a deserializer of objects or lists see only objects or lists, and notes a fault for anything else. */
final class Shape extends DelegatingDeserializer {

    private final JsonToken start;
    private final String noun;

    private Shape(ValueDeserializer<?> delegate, JsonToken start, String noun) {
        super(delegate);
        this.start = start;
        this.noun = noun;
    }

    static Shape object(ValueDeserializer<?> delegate) {
        return new Shape(delegate, JsonToken.START_OBJECT, "an object");
    }

    static Shape list(ValueDeserializer<?> delegate) {
        return new Shape(delegate, JsonToken.START_ARRAY, "a list");
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
        return new Shape(delegate, start, noun);
    }

    @Override
    public @Nullable Object deserialize(JsonParser p, DeserializationContext ctxt) {
        if (p.hasToken(start)) {
            return super.deserialize(p, ctxt);
        }
        BodyFaults.add(ctxt, p, "must be " + noun + ", but is " + BodyFaults.show(p) + instead(p));
        p.skipChildren();
        return null;
    }

    private String instead(JsonParser p) {
        BodyExample example = handledType().getAnnotation(BodyExample.class);
        if (example != null) {
            return ", so write " + example.value();
        }
        return start == JsonToken.START_ARRAY && p.currentToken().isNumeric() ? ": write [" + p.getString() + "]" : "";
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext ctxt) {
        JsonParser p = ctxt.getParser();
        // Lists ask for it as well where deserialize has found a fault and returned null.
        if (p.hasToken(JsonToken.VALUE_NULL) && p.streamReadContext().inArray()) {
            BodyFaults.add(ctxt, p, "must be " + noun + ", but is null");
        }
        return null;
    }
}
