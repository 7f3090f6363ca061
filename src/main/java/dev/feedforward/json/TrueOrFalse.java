package dev.feedforward.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/** Reads a boolean. */
final class TrueOrFalse extends Scalar<Boolean> {

    TrueOrFalse(Class<Boolean> type) {
        super(type, "true or false", type.isPrimitive() ? false : null);
    }

    @Override
    @Nullable
    String objection(JsonParser p) {
        return p.currentToken().isBoolean() ? null : mustBeUnquotedNoun(p);
    }

    @Override
    Boolean value(JsonParser p, DeserializationContext ctxt) {
        return p.getBooleanValue();
    }
}
