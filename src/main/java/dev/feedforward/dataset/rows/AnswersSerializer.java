package dev.feedforward.dataset.rows;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes {@link Answers} as arrays of numbers, or as strings. */
final class AnswersSerializer extends StdSerializer<Answers> {

    AnswersSerializer() {
        super(Answers.class);
    }

    @Override
    public void serialize(Answers answers, JsonGenerator generator, SerializationContext context) {
        if (answers.labels() == null) {
            JsonRows.write(generator, answers.numbers());
            return;
        }
        generator.writeStartArray();
        answers.labels().forEach(generator::writeString);
        generator.writeEndArray();
    }
}
