package dev.feedforward.json;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/**
 * Reads a whole number within a type's range. {@code 1.0}, {@code 1e3} and {@code 0.1e1} are whole numbers, as JSON
 * Schema has it: a number is what it says, digit by digit, not the nearest double.
 */
final class WholeNumber<T extends Number> extends Scalar<T> {

    /** No long has more digits. Of a number with a huge exponent the digits are counted, never written out. */
    private static final int MOST_DIGITS = 19;

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
        if (p.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return p.getNumberType() != NumberType.BIG_INTEGER && inRange(p.getLongValue()) ? null : outOfRange(p);
        }
        BigDecimal value = decimal(p);
        if (value == null || value.scale() > 0) {
            return mustBeUnquotedNoun(p);
        }
        boolean isLong = (long) value.precision() - value.scale() <= MOST_DIGITS
                && value.toBigInteger().bitLength() < Long.SIZE;
        return isLong && inRange(value.longValue()) ? null : outOfRange(p);
    }

    @Override
    T value(JsonParser p, DeserializationContext ctxt) {
        return narrow.apply(
                p.hasToken(JsonToken.VALUE_NUMBER_INT)
                        ? p.getLongValue()
                        : Objects.requireNonNull(decimal(p)).longValue());
    }

    /** The number as it is written, without zeros at its end; null where its exponent is beyond all measure. */
    private static @Nullable BigDecimal decimal(JsonParser p) {
        try {
            return new BigDecimal(p.getString()).stripTrailingZeros();
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private boolean inRange(long value) {
        return value >= min && value <= max;
    }

    private String outOfRange(JsonParser p) {
        return "must be a whole number between " + min + " and " + max + ", but is " + BodyFaults.show(p);
    }
}
