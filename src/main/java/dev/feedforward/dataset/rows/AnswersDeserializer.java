package dev.feedforward.dataset.rows;

import dev.feedforward.dataset.table.CategoryCodes;
import dev.feedforward.json.BodyFaults;
import dev.feedforward.json.BodyValues;
import dev.feedforward.json.HalfCharacters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link Answers}, reporting every bad one. Answers null where there is any. */
final class AnswersDeserializer extends StdDeserializer<Answers> {

    /** A class has an output and at least one row, so that the largest networks tell far fewer classes apart. */
    private static final int MAX_CLASSES = 100_000;

    AnswersDeserializer() {
        super(Answers.class);
    }

    @Override
    public @Nullable Answers deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            BodyFaults.add(context, parser, () -> BodyFaults.show(parser) + ": give a list with an answer a row");
            BodyFaults.skip(parser);
            return null;
        }
        boolean labelled = parser.nextToken() == JsonToken.VALUE_STRING;
        return labelled ? readLabels(parser, context) : readNumbers(parser, context);
    }

    private static @Nullable Answers readLabels(JsonParser parser, DeserializationContext context) {
        List<String> labels = new ArrayList<>();
        // Rows of one class share one string.
        Map<String, String> classes = new HashMap<>();
        boolean sound = true;
        for (; !parser.hasToken(JsonToken.END_ARRAY); parser.nextToken()) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                BodyValues.count(context, parser, 1);
                String label = parser.getString();
                if (label.length() > CategoryCodes.LONGEST) {
                    BodyFaults.add(
                            context,
                            parser,
                            () -> "a text of %d characters is no class label: one has at most %d"
                                    .formatted(label.length(), CategoryCodes.LONGEST));
                    sound = false;
                    continue;
                }
                if (!classes.containsKey(label) && HalfCharacters.areIn(label)) {
                    BodyFaults.add(context, parser, HalfCharacters.FAULT);
                    sound = false;
                }
                labels.add(classes.computeIfAbsent(label, same -> same));
                if (classes.size() > MAX_CLASSES) {
                    throw BodyFaults.stop(
                            context,
                            parser,
                            "here there are more than %d different labels: give numbers, or fewer classes"
                                    .formatted(MAX_CLASSES));
                }
            } else {
                BodyFaults.add(
                        context,
                        parser,
                        () -> BodyFaults.show(parser)
                                + " is not a class label: the first answer is a string, so all must be");
                BodyFaults.skip(parser);
                sound = false;
            }
        }
        return sound ? Answers.ofLabels(labels) : null;
    }

    private static @Nullable Answers readNumbers(JsonParser parser, DeserializationContext context) {
        RowCollector rows = new RowCollector();
        boolean sound = true;
        for (; !parser.hasToken(JsonToken.END_ARRAY); parser.nextToken()) {
            if (parser.hasToken(JsonToken.START_OBJECT)) {
                BodyFaults.add(
                        context,
                        parser,
                        () -> "an object: give a number, a list of numbers or a class label; "
                                + JsonRows.NAMED_COLUMNS);
                BodyFaults.skip(parser);
                sound = false;
                continue;
            }
            sound &= parser.isExpectedStartArrayToken()
                    ? JsonRows.readNumbers(parser, context, rows)
                    : JsonRows.readNumber(parser, context, rows);
            sound &= JsonRows.endRow(parser, context, rows);
        }
        return sound ? new Answers(rows.matrix(), null) : null;
    }
}
