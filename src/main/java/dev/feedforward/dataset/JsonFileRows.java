package dev.feedforward.dataset;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the rows of a JSON file: a list of lists, or of objects, whose fields are then the columns. The first object
 * names them all; in later ones a field that is left out is a missing value.
 */
final class JsonFileRows {

    private static final char[] NOTHING = {};
    private static final int MOST_FIELDS = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(CsvRows.LONGEST_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final RowSink sink;
    private final FileFaults faults;
    private final Map<String, Integer> places = new HashMap<>();
    private long row;

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
    static void read(Reader text, RowSink sink, FileFaults faults) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            new JsonFileRows(parser, sink, faults).readAll();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw faults.stop(null, null, "a string has more than %d characters".formatted(CsvRows.LONGEST_VALUE));
        } catch (JacksonException e) {
            String where = "Line %d, column %d: "
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new ServiceException(
                    ProblemType.MALFORMED_JSON,
                    where + e.getOriginalMessage(),
                    "Send a list of rows, such as [{\"x\": 1, \"y\": 2}], or a CSV file.");
        }
    }

    private void readAll() {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw faults.stop(null, null, "give a list of rows: [{\"x\": 1, \"y\": 2}] or [[\"x\", \"y\"], [1, 2]]");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            row++;
            if (parser.hasToken(JsonToken.START_ARRAY)) {
                readList();
            } else if (parser.hasToken(JsonToken.START_OBJECT)) {
                readObject();
            } else {
                throw faults.stop(faults.place(row), null, "a row is a list or an object");
            }
        }
    }

    private void readList() {
        sink.begin(row);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            cell();
        }
        sink.end();
    }

    private void cell() {
        switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                sink.cell(
                        parser.getStringCharacters(),
                        parser.getStringOffset(),
                        parser.getStringLength(),
                        parser.hasToken(JsonToken.VALUE_STRING));
            case VALUE_NULL -> sink.cell(NOTHING, 0, 0, false);
            default ->
                throw faults.stop(
                        faults.place(row), null, "a value is a number, a text or null, not a list or an object");
        }
    }

    private record Value(String text, boolean quoted) {

        static final Value NONE = new Value("", false);
    }

    private void readObject() {
        List<Value> values = new ArrayList<>();
        places.values().forEach(place -> values.add(Value.NONE));
        boolean first = places.isEmpty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Integer place = places.get(name);
            if (place == null) {
                place = newPlace(first, name, values);
            }
            parser.nextToken();
            if (parser.currentToken().isStructStart()) {
                throw faults.stop(
                        faults.place(row), name, "a value is a number, a text or null, not a list or an object");
            }
            values.set(
                    place,
                    parser.hasToken(JsonToken.VALUE_NULL)
                            ? Value.NONE
                            : new Value(parser.getString(), parser.hasToken(JsonToken.VALUE_STRING)));
        }
        if (first) {
            names(values.size());
        }
        sink.begin(row);
        values.forEach(value -> send(value.text(), value.quoted()));
        sink.end();
    }

    private Integer newPlace(boolean first, String name, List<Value> values) {
        if (!first) {
            throw faults.stop(faults.place(row), name, "the first row has no such field; give it null there");
        }
        if (values.size() >= MOST_FIELDS) {
            throw faults.stop(faults.place(row), null, "has more than %d fields".formatted(MOST_FIELDS));
        }
        places.put(name, values.size());
        values.add(Value.NONE);
        return values.size() - 1;
    }

    private void names(int count) {
        String[] names = new String[count];
        places.forEach((name, place) -> names[place] = name);
        sink.begin(0);
        for (String name : names) {
            send(name, true);
        }
        sink.end();
    }

    private void send(String text, boolean quoted) {
        char[] characters = text.toCharArray();
        sink.cell(characters, 0, characters.length, quoted);
    }
}
