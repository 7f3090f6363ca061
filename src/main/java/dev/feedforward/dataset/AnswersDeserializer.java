package dev.feedforward.dataset;

import dev.feedforward.json.BodyFaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link Answers}, reporting every bad one. Answers null where there is any. */
final class AnswersDeserializer extends StdDeserializer<Answers> {

    AnswersDeserializer() {
        super(Answers.class);
    }

    @Override
    public @Nullable Answers deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            BodyFaults.add(context, parser, BodyFaults.show(parser) + ": give a list with an answer a row");
            parser.skipChildren();
            return null;
        }
        boolean labelled = parser.nextToken() == JsonToken.VALUE_STRING;
        return labelled ? readLabels(parser, context) : readNumbers(parser, context);
    }

    private static @Nullable Answers readLabels(JsonParser parser, DeserializationContext context) {
        List<String> labels = new ArrayList<>();
        boolean sound = true;
        for (; !parser.hasToken(JsonToken.END_ARRAY); parser.nextToken()) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                labels.add(parser.getString());
            } else {
                BodyFaults.add(
                        context,
                        parser,
                        BodyFaults.show(parser)
                                + " is not a class label: the first answer is a string, so all must be");
                parser.skipChildren();
                sound = false;
            }
        }
        return sound ? Answers.ofLabels(labels) : null;
    }

    private static @Nullable Answers readNumbers(JsonParser parser, DeserializationContext context) {
        RowCollector rows = new RowCollector();
        boolean sound = true;
        for (; !parser.hasToken(JsonToken.END_ARRAY); parser.nextToken()) {
            sound &= parser.isExpectedStartArrayToken()
                    ? JsonRows.readNumbers(parser, context, rows)
                    : JsonRows.readNumber(parser, context, rows);
            sound &= JsonRows.endRow(parser, context, rows);
        }
        return sound ? new Answers(rows.matrix(), null) : null;
    }
}
