package dev.feedforward.dataset.rows;

import dev.feedforward.json.BodyFaults;
import dev.feedforward.json.BodyValues;
import dev.feedforward.nn.data.Matrix;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** What reading and writing inputs and answers have in common. */
final class JsonRows {

    /** Where rows with names belong. */
    static final String NAMED_COLUMNS =
            "rows with names are uploaded by PUT /datasets/{name}, and trained on as \"dataset\": \"{name}\"";

    private JsonRows() {}

    /** Reads an array of numbers into {@code rows}; false, having told the faults, if one of them is no number. */
    static boolean readNumbers(JsonParser parser, DeserializationContext context, RowCollector rows) {
        boolean sound = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            sound &= readNumber(parser, context, rows);
        }
        return sound;
    }

    static boolean readNumber(JsonParser parser, DeserializationContext context, RowCollector rows) {
        double value = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
        BodyValues.count(context, parser, 1);
        // Adding 0 turns -0 into 0, so that the two are one input.
        rows.add(value + 0.0);
        if (Double.isFinite(value)) {
            return true;
        }
        BodyFaults.add(
                context,
                parser,
                () -> BodyFaults.show(parser)
                        + (parser.currentToken().isNumeric()
                                ? " is too large: a number is at most 1.7976931348623157e308"
                                : parser.currentToken().isBoolean()
                                        ? " is not a number: write 1 for true and 0 for false"
                                        : " is not a number"));
        BodyFaults.skip(parser);
        return false;
    }

    /**
     * Skips the rest of a list that has numbers where it should have rows, having told the fault once for all of them.
     *
     * @return whether the current value is such a number
     */
    static boolean skipFlatList(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric() || parser.streamReadContext().getCurrentIndex() > 0) {
            return false;
        }
        List<String> numbers = new ArrayList<>();
        int count = 0;
        while (!parser.hasToken(JsonToken.END_ARRAY)) {
            if (count++ < 4) {
                numbers.add(parser.currentToken().isNumeric() ? parser.getString() : "…");
            }
            BodyFaults.skip(parser);
            parser.nextToken();
        }
        String row = String.join(",", numbers);
        boolean one = count == 1;
        BodyFaults.add(
                context,
                parser,
                () -> one
                        ? "is a list of one number, but must be a list of rows: write [[%s]]".formatted(row)
                        : "is a list of numbers, but must be a list of rows: one row is [[%s]], several of one number each are [[%s]]"
                                .formatted(row, String.join("],[", numbers)));
        return true;
    }

    /** Reads a bit string into {@code rows}; false, having told the fault, if it holds anything else. */
    static boolean readBits(JsonParser parser, DeserializationContext context, RowCollector rows) {
        String bits = parser.getString();
        BodyValues.count(context, parser, bits.length());
        bits.chars().forEach(bit -> rows.add(bit - '0'));
        boolean sound = bits.chars().allMatch(bit -> bit == '0' || bit == '1');
        if (!sound) {
            BodyFaults.add(context, parser, () -> BodyFaults.show(parser) + ": a bit string holds only 0 and 1");
        }
        return sound;
    }

    /** Ends the row that was just read; false, having told the fault, if it is not as long as the first. */
    static boolean endRow(JsonParser parser, DeserializationContext context, RowCollector rows) {
        int length = rows.rowLength();
        rows.endRow();
        if (length == rows.columns()) {
            return true;
        }
        BodyFaults.add(
                context,
                parser,
                () -> "%d values, the first row has %d: all rows have the same length"
                        .formatted(length, rows.columns()));
        return false;
    }

    static void write(JsonGenerator generator, Matrix matrix) {
        generator.writeStartArray();
        for (int i = 0; i < matrix.rows(); i++) {
            generator.writeStartArray();
            for (int j = 0; j < matrix.columns(); j++) {
                writeShort(generator, matrix.values()[i * matrix.columns() + j]);
            }
            generator.writeEndArray();
        }
        generator.writeEndArray();
    }

    /** As {@link #write}, but never much longer than it came: 1e15 has four characters. */
    private static void writeShort(JsonGenerator generator, double value) {
        if (Math.abs(value) < 1e9) {
            write(generator, value);
        } else {
            generator.writeNumber(value);
        }
    }

    /** Writes 1 rather than 1.0: bits stay bits. */
    static void write(JsonGenerator generator, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            generator.writeNumber((long) value);
        } else {
            generator.writeNumber(value);
        }
    }
}
