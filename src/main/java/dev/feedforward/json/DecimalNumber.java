package dev.feedforward.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/** Reads a double that is finite. */
final class DecimalNumber extends Scalar<Double> {

    DecimalNumber(Class<Double> type) {
        super(type, "a number", type.isPrimitive() ? 0.0 : null);
    }

    @Override
    @Nullable
    String objection(JsonParser p) {
        if (!p.currentToken().isNumeric()) {
            return mustBeUnquotedNoun(p);
        }
        // An exponent such as 1e999 is proper JSON, and reads as infinity.
        return Double.isFinite(p.getDoubleValue())
                ? null
                : "must be between -1.8e308 and 1.8e308, but is " + BodyFaults.show(p);
    }

    @Override
    Double value(JsonParser p, DeserializationContext ctxt) {
        return p.getDoubleValue();
    }
}
