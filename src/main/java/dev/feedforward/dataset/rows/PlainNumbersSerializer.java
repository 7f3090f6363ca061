package dev.feedforward.dataset.rows;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes {@link PlainNumbers}. */
final class PlainNumbersSerializer extends StdSerializer<double[]> {

    PlainNumbersSerializer() {
        super(double[].class);
    }

    @Override
    public void serialize(double[] numbers, JsonGenerator generator, SerializationContext context) {
        generator.writeStartArray();
        for (double number : numbers) {
            JsonRows.write(generator, number);
        }
        generator.writeEndArray();
    }
}
