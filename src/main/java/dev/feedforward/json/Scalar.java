package dev.feedforward.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads one plain value; notes a fault and goes on where it is not one, without bending it into shape. */
abstract class Scalar<T> extends StdDeserializer<T> {

    private final String noun;

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final @Nullable T absent;

    /** @param absent what a component gets whose value is absent or bad: null, or 0 for a primitive */
    Scalar(Class<?> type, String noun, @Nullable T absent) {
        super(type);
        this.noun = noun;
        this.absent = absent;
    }

    /** What speaks against the current token, to be told as a fault; null if nothing does. */
    abstract @Nullable String objection(JsonParser p);

    abstract T value(JsonParser p, DeserializationContext ctxt);

    @Override
    public @Nullable T deserialize(JsonParser p, DeserializationContext ctxt) {
        String objection = objection(p);
        if (objection == null) {
            return value(p, ctxt);
        }
        BodyFaults.add(ctxt, p, objection);
        BodyFaults.skip(p);
        return absent;
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext ctxt) {
        JsonParser p = ctxt.getParser();
        // Lists ask for it as well where deserialize has found a fault and returned null.
        boolean given = p.hasToken(JsonToken.VALUE_NULL);
        if (given && (absent != null || p.streamReadContext().inArray())) {
            BodyFaults.add(ctxt, p, "must be " + noun + ", but is null");
        }
        return absent;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext ctxt) {
        return absent;
    }

    String mustBeNoun(JsonParser p) {
        return "must be " + noun + ", but is " + BodyFaults.show(p);
    }

    /** For nouns that are written without quotes, which is what a string's author may have missed. */
    String mustBeUnquotedNoun(JsonParser p) {
        return mustBeNoun(p) + (p.hasToken(JsonToken.VALUE_STRING) ? " (write it without quotes)" : "");
    }
}
