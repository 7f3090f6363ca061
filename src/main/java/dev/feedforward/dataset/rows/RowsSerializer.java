package dev.feedforward.dataset.rows;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes {@link Rows} as arrays of numbers. */
final class RowsSerializer extends StdSerializer<Rows> {

    RowsSerializer() {
        super(Rows.class);
    }

    @Override
    public void serialize(Rows rows, JsonGenerator generator, SerializationContext context) {
        JsonRows.write(generator, rows.matrix());
    }
}
