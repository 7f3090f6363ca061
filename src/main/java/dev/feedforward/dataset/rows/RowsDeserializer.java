package dev.feedforward.dataset.rows;

import dev.feedforward.json.BodyFaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link Rows}, reporting every bad row and number. Answers null where there is any. */
final class RowsDeserializer extends StdDeserializer<Rows> {

    RowsDeserializer() {
        super(Rows.class);
    }

    @Override
    public @Nullable Rows deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            BodyFaults.add(context, parser, () -> BodyFaults.show(parser) + ": give a list of rows");
            BodyFaults.skip(parser);
            return null;
        }
        RowCollector rows = new RowCollector();
        boolean sound = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (JsonRows.skipFlatList(parser, context)) {
                return null;
            }
            sound &= readRow(parser, context, rows);
        }
        return sound ? new Rows(rows.matrix()) : null;
    }

    private static boolean readRow(JsonParser parser, DeserializationContext context, RowCollector rows) {
        boolean sound;
        if (parser.isExpectedStartArrayToken()) {
            sound = JsonRows.readNumbers(parser, context, rows);
        } else if (parser.hasToken(JsonToken.VALUE_STRING)) {
            sound = JsonRows.readBits(parser, context, rows);
        } else {
            BodyFaults.add(
                    context,
                    parser,
                    () -> BodyFaults.show(parser)
                            + ": give a list of numbers or a bit string, as in [[0,1],[1,0]] or [\"01\",\"10\"]"
                            + (parser.hasToken(JsonToken.START_OBJECT) ? "; " + JsonRows.NAMED_COLUMNS : ""));
            BodyFaults.skip(parser);
            return false;
        }
        return JsonRows.endRow(parser, context, rows) && sound;
    }
}
