package dev.feedforward.dataset.rows;

import dev.feedforward.json.BodyFaults;
import dev.feedforward.json.BodyValues;
import dev.feedforward.memory.RequestMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link AskedRows}, reporting every bad row and value. Answers null where there is any. */
final class AskedRowsDeserializer extends StdDeserializer<AskedRows> {

    /** Bytes of a row that is not numbers alone: a list or a map, in a map of such rows. */
    private static final int ROW = 250;

    /** Bytes of each of its cells: an object, with its name where it has one. */
    private static final int CELL = 120;

    AskedRowsDeserializer() {
        super(AskedRows.class);
    }

    @Override
    public @Nullable AskedRows deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            BodyFaults.add(context, parser, () -> BodyFaults.show(parser) + ": give a list of rows");
            BodyFaults.skip(parser);
            return null;
        }
        Reading reading = new Reading(parser, context);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (JsonRows.skipFlatList(parser, context)) {
                return null;
            }
            reading.readRow();
        }
        return reading.sound ? new AskedRows(reading.numbers.matrix(), reading.others) : null;
    }

    /** What has been read so far. */
    private static final class Reading {

        private final JsonParser parser;
        private final DeserializationContext context;
        private final RowCollector numbers = new RowCollector();
        private final Map<Integer, Object> others = new HashMap<>();
        private boolean sound = true;

        Reading(JsonParser parser, DeserializationContext context) {
            this.parser = parser;
            this.context = context;
        }

        void readRow() {
            int row = numbers.rows() + others.size();
            if (parser.isExpectedStartArrayToken()) {
                readCells(row);
            } else if (parser.hasToken(JsonToken.START_OBJECT)) {
                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    named.put(name, readCell());
                }
                keep(row, named);
            } else if (parser.hasToken(JsonToken.VALUE_STRING)) {
                sound &= JsonRows.readBits(parser, context, numbers);
                sound &= JsonRows.endRow(parser, context, numbers);
            } else {
                BodyFaults.add(
                        context,
                        parser,
                        () -> BodyFaults.show(parser) + ": give a list of values, an object or a bit string");
                BodyFaults.skip(parser);
                sound = false;
            }
        }

        private void readCells(int row) {
            List<@Nullable Object> cells = new ArrayList<>();
            boolean plain = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (plain && parser.currentToken().isNumeric()) {
                    sound &= JsonRows.readNumber(parser, context, numbers);
                } else {
                    if (plain) {
                        for (double number : numbers.dropRow()) {
                            cells.add(number);
                        }
                        plain = false;
                    }
                    cells.add(readCell());
                }
            }
            if (plain) {
                sound &= JsonRows.endRow(parser, context, numbers);
            } else {
                keep(row, cells);
            }
        }

        private void keep(int row, Object cells) {
            RequestMemory.take(ROW);
            others.put(row, cells);
        }

        private @Nullable Object readCell() {
            BodyValues.count(context, parser, 1);
            RequestMemory.take(CELL);
            JsonToken token = parser.currentToken();
            if (token.isNumeric() && Double.isFinite(parser.getDoubleValue())) {
                // Adding 0 turns -0 into 0, so that the two are one input.
                return parser.getDoubleValue() + 0.0;
            }
            if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
                return token == JsonToken.VALUE_NULL ? null : parser.getString();
            }
            BodyFaults.add(context, parser, () -> BodyFaults.show(parser) + ": give a finite number, a text or null");
            BodyFaults.skip(parser);
            sound = false;
            return null;
        }
    }
}
