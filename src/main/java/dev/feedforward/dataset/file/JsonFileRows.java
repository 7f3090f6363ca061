package dev.feedforward.dataset.file;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.HalfCharacters;
import dev.feedforward.json.MalformedJson;
import dev.feedforward.memory.RequestMemory;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the rows of a JSON file: one list of lists, or of objects, whose fields are then the columns. The first object
 * names them all; in later ones a field that is left out is a missing value. Whatever else there is, is refused:
 * nothing of it would be a row.
 */
public final class JsonFileRows {

    private static final char[] NOTHING = {};
    private static final int MOST_FIELDS = 100_000;

    /** Bytes of a text besides its characters, and of its place. */
    private static final int TEXT = 128;

    private static final String NO_VALUE = "a value is a number, a text or null, not a list or an object";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(CsvRows.LONGEST_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final RowSink sink;
    private final FileFaults faults;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable JsonToken kind;
    private long row;

    /** Bytes for the values of a row, which are kept until it ends. */
    private long taken;

    private JsonFileRows(JsonParser parser, RowSink sink, FileFaults faults) {
        this.parser = parser;
        this.sink = sink;
        this.faults = faults;
    }

    /**
     * Reads all rows into {@code sink}; the first is that of the names where rows are objects.
     *
     * @throws ServiceException if it is not proper JSON
     */
    public static void read(Reader text, RowSink sink, FileFaults faults) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            new JsonFileRows(parser, sink, faults).readAll();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw faults.stop(null, null, "a string has more than %d characters".formatted(CsvRows.LONGEST_VALUE));
        } catch (JacksonException e) {
            TokenStreamLocation place = Objects.requireNonNullElse(MalformedJson.place(e), TokenStreamLocation.NA);
            String where = "Line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
            throw new ServiceException(
                    ProblemType.MALFORMED_JSON,
                    where + told(e),
                    "Send a list of rows, such as [{\"x\": 1, \"y\": 2}], or a CSV file.");
        }
    }

    private static String told(JacksonException e) {
        return e.getOriginalMessage().startsWith("Non-standard token")
                ? "NaN and Infinity are no JSON; where a value is missing, give null"
                : MalformedJson.detail(e);
    }

    private void readAll() {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw faults.stop(
                    null,
                    null,
                    parser.hasToken(JsonToken.START_OBJECT)
                            ? "is an object, where a list of rows is read: [{\"x\": 1, \"y\": 2}, {\"x\": 3, \"y\": 4}]; of an object a line, jq -s . FILE makes such a list"
                            : "give a list of rows: [{\"x\": 1, \"y\": 2}] or [[\"x\", \"y\"], [1, 2]]");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            row++;
            readRow();
        }
        if (parser.nextToken() != null) {
            throw faults.stop(
                    "line %d".formatted(parser.currentTokenLocation().getLineNr()),
                    null,
                    "something follows the list of rows: one list holds them all; of several, jq -s add FILE makes one");
        }
    }

    private void readRow() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT) {
            throw faults.stop(
                    faults.place(row),
                    null,
                    "a row is a list or an object, not %s: of rows of one value each, [[1], [2]]"
                            .formatted(Cells.show(String.valueOf(parser.getString()))));
        }
        if (kind != null && kind != token) {
            throw faults.stop(
                    faults.place(row),
                    null,
                    token == JsonToken.START_ARRAY
                            ? "is a list, the rows before are objects: send rows of one kind"
                            : "is an object, the rows before are lists: send rows of one kind");
        }
        kind = token;
        if (parser.nextToken().isStructEnd()) {
            throw faults.stop(faults.place(row), null, "has no value");
        }
        if (token == JsonToken.START_ARRAY) {
            readList();
        } else {
            readObject();
        }
    }

    private void readList() {
        sink.begin(row);
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            cell();
        }
        sink.end();
    }

    private void cell() {
        checkText(null);
        switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                sink.cell(
                        parser.getStringCharacters(),
                        parser.getStringOffset(),
                        parser.getStringLength(),
                        parser.hasToken(JsonToken.VALUE_STRING));
            case VALUE_NULL -> sink.cell(NOTHING, 0, 0, false);
            default -> throw faults.stop(faults.place(row), null, NO_VALUE);
        }
    }

    /** Refuses the current token if it is a text with half of a character. */
    private void checkText(@Nullable String name) {
        JsonToken token = parser.currentToken();
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME)
                && HalfCharacters.areIn(CharBuffer.wrap(
                        parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()))) {
            throw faults.stop(faults.place(row), name, HalfCharacters.FAULT);
        }
    }

    private record Value(String text, boolean quoted) {

        static final Value NONE = new Value("", false);
    }

    private void readObject() {
        taken = 0;
        List<@Nullable Value> values = new ArrayList<>(Collections.nCopies(places.size(), null));
        boolean first = row == 1;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            Integer place = places.get(name);
            if (place == null) {
                checkText(name);
                place = newPlace(first, name, values);
            } else if (values.get(place) != null) {
                throw faults.stop(faults.place(row), name, "is there twice: a row has one value of each name");
            }
            parser.nextToken();
            values.set(place, value(name));
        }
        if (first) {
            names(values.size());
        }
        sink.begin(row);
        values.forEach(this::send);
        sink.end();
        RequestMemory.giveBack(taken);
    }

    private Value value(String name) {
        if (parser.currentToken().isStructStart()) {
            throw faults.stop(faults.place(row), name, NO_VALUE);
        }
        checkText(name);
        taken += takeText(parser.getStringLength());
        return parser.hasToken(JsonToken.VALUE_NULL)
                ? Value.NONE
                : new Value(parser.getString(), parser.hasToken(JsonToken.VALUE_STRING));
    }

    private Integer newPlace(boolean first, String name, List<@Nullable Value> values) {
        if (!first) {
            throw faults.stop(faults.place(row), name, "the first row has no such field; give it null there");
        }
        if (values.size() >= MOST_FIELDS) {
            throw faults.stop(faults.place(row), null, "has more than %d fields".formatted(MOST_FIELDS));
        }
        takeText(name.length());
        places.put(name, values.size());
        values.add(null);
        return values.size() - 1;
    }

    /** Reserves memory for a text of so many characters; answers how much. */
    private static long takeText(int length) {
        long bytes = TEXT + (long) Character.BYTES * length;
        RequestMemory.take(bytes);
        return bytes;
    }

    private void names(int count) {
        String[] names = new String[count];
        places.forEach((name, place) -> names[place] = name);
        sink.begin(0);
        for (String name : names) {
            send(new Value(name, true));
        }
        sink.end();
    }

    /** @param value null where the row leaves it out */
    private void send(@Nullable Value value) {
        Value sent = value == null ? Value.NONE : value;
        char[] characters = sent.text().toCharArray();
        sink.cell(characters, 0, characters.length, sent.quoted());
    }
}
