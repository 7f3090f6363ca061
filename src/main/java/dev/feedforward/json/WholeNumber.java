package dev.feedforward.json;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** Reads a whole number within a type's range; {@code 1.0} and {@code 1e3} are whole numbers, as JSON Schema has it. */
final class WholeNumber<T extends Number> extends Scalar<T> {

    /** Up to 2⁵³ every whole number is a double, so that reading one with a point or an exponent loses nothing. */
    private static final double EXACT = 0x1p53;

    private final long min;
    private final long max;

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final LongFunction<T> narrow;

    private WholeNumber(Class<T> type, long min, long max, LongFunction<T> narrow) {
        super(type, "a whole number", type.isPrimitive() ? narrow.apply(0) : null);
        this.min = min;
        this.max = max;
        this.narrow = narrow;
    }

    static WholeNumber<Integer> ofInt(Class<Integer> type) {
        return new WholeNumber<>(type, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
    }

    static WholeNumber<Long> ofLong(Class<Long> type) {
        return new WholeNumber<>(type, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
    }

    @Override
    @Nullable
    String objection(JsonParser p) {
        if (!p.currentToken().isNumeric()) {
            return mustBeUnquotedNoun(p);
        }
        if (p.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            double value = p.getDoubleValue();
            if (value != Math.rint(value)) {
                return mustBeUnquotedNoun(p);
            }
            return Math.abs(value) <= EXACT && inRange((long) value) ? null : outOfRange(p);
        }
        return p.getNumberType() != NumberType.BIG_INTEGER && inRange(p.getLongValue()) ? null : outOfRange(p);
    }

    @Override
    T value(JsonParser p, DeserializationContext ctxt) {
        return narrow.apply(p.hasToken(JsonToken.VALUE_NUMBER_FLOAT) ? (long) p.getDoubleValue() : p.getLongValue());
    }

    private boolean inRange(long value) {
        return value >= min && value <= max;
    }

    private String outOfRange(JsonParser p) {
        return "must be a whole number between " + min + " and " + max + ", but is " + BodyFaults.show(p);
    }
}
