package dev.feedforward.json;

import dev.feedforward.error.BodyExample;
import dev.feedforward.memory.RequestMemory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Lets a deserializer of objects or lists see only objects or lists, and notes a fault for anything else. */
final class Shape extends DelegatingDeserializer {

    /** Bytes of an object or a list, and of its place in another. */
    private static final int BYTES = 64;

    /** Objects or lists in a list; of layers there are 100 at most. Rows of numbers are read otherwise. */
    private static final int MOST = 1_000;

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
        checkCount(p, ctxt);
        if (p.hasToken(start)) {
            RequestMemory.take(BYTES);
            return super.deserialize(p, ctxt);
        }
        BodyFaults.add(ctxt, p, "must be " + noun + ", but is " + BodyFaults.show(p) + instead(p));
        BodyFaults.skip(p);
        return null;
    }

    /** Breaks off at the first too many of a list: millions fit into a body, and each would be read and checked. */
    private static void checkCount(JsonParser p, DeserializationContext ctxt) {
        TokenStreamContext at = p.streamReadContext();
        TokenStreamContext list = p.currentToken().isStructStart() ? at.getParent() : at;
        if (list != null && list.inArray() && list.getCurrentIndex() >= MOST && BodyFaults.of(ctxt) != null) {
            throw BodyFaults.stop(ctxt, p, "here are more than %,d of them: give fewer".formatted(MOST));
        }
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
        checkCount(p, ctxt);
        // Lists ask for it as well where deserialize has found a fault and returned null.
        if (p.hasToken(JsonToken.VALUE_NULL) && p.streamReadContext().inArray()) {
            BodyFaults.add(ctxt, p, "must be " + noun + ", but is null");
        }
        return null;
    }
}
