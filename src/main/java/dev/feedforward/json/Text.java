package dev.feedforward.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** Reads a string. */
final class Text extends Scalar<String> {

    Text() {
        super(String.class, "a string", null);
    }

    @Override
    @Nullable
    String objection(JsonParser p) {
        return p.hasToken(JsonToken.VALUE_STRING) ? null : mustBeNoun(p);
    }

    @Override
    String value(JsonParser p, DeserializationContext ctxt) {
        return p.getString();
    }
}
