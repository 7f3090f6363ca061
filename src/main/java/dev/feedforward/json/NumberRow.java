package dev.feedforward.json;

import dev.feedforward.memory.RequestMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@code double[]} or {@code int[]}, noting each bad element. */
final class NumberRow<T> extends StdDeserializer<Object> {

    /** Bytes of a number that is an object in a list, until all of them are known. */
    private static final int BYTES = 48;

    private final Scalar<T> element;

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final Function<List<T>, Object> toArray;

    private NumberRow(Class<?> type, Scalar<T> element, Function<List<T>, Object> toArray) {
        super(type);
        this.element = element;
        this.toArray = toArray;
    }

    static NumberRow<Double> ofDoubles() {
        return new NumberRow<>(
                double[].class,
                new DecimalNumber(Double.TYPE),
                row -> row.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static NumberRow<Integer> ofInts() {
        return new NumberRow<>(
                int[].class,
                WholeNumber.ofInt(Integer.TYPE),
                row -> row.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext ctxt) {
        List<T> row = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            RequestMemory.take(BYTES);
            row.add(p.hasToken(JsonToken.VALUE_NULL) ? element.getNullValue(ctxt) : element.deserialize(p, ctxt));
        }
        return toArray.apply(row);
    }
}
