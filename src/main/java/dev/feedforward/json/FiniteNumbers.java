package dev.feedforward.json;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a number that is not finite as null, because JSON has no word for it. */
@Component
class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
        addSerializer(Double.class, new Single());
        addSerializer(Double.TYPE, new Single());
        addSerializer(double[].class, new Row());
    }

    private static void write(double value, JsonGenerator gen) {
        if (Double.isFinite(value)) {
            gen.writeNumber(value);
        } else {
            gen.writeNull();
        }
    }

    private static final class Single extends StdSerializer<Double> {

        Single() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator gen, SerializationContext context) {
            write(value, gen);
        }
    }

    private static final class Row extends StdSerializer<double[]> {

        Row() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator gen, SerializationContext context) {
            gen.writeStartArray(values, values.length);
            for (double value : values) {
                write(value, gen);
            }
            gen.writeEndArray();
        }
    }
}
