package dev.feedforward.training.request;

import dev.feedforward.json.BodyFaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a {@link HiddenLayer} that is either its number of neurons or an object. */
final class HiddenLayerDeserializer extends StdDeserializer<HiddenLayer> {

    HiddenLayerDeserializer() {
        super(HiddenLayer.class);
    }

    @Override
    public @Nullable HiddenLayer deserialize(JsonParser parser, DeserializationContext context) {
        checkCount(parser, context);
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return context.readValue(parser, HiddenLayer.class);
        }
        if (parser.currentToken().isNumeric()) {
            Integer neurons = context.readValue(parser, Integer.class);
            return neurons == null ? null : new HiddenLayer(neurons, null, null, null);
        }
        BodyFaults.add(context, parser, "must be a number of neurons or an object, but is " + BodyFaults.show(parser));
        BodyFaults.skip(parser);
        return null;
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        checkCount(context.getParser(), context);
        return null;
    }

    /** Breaks off at the first layer too many: millions fit into a body, and each would be read and checked. */
    private static void checkCount(JsonParser parser, DeserializationContext context) {
        TokenStreamContext at = parser.streamReadContext();
        TokenStreamContext list = at.inArray() ? at : at.getParent();
        if (list != null && list.getCurrentIndex() >= HiddenLayer.MOST_LAYERS) {
            throw BodyFaults.stop(
                    context, parser, "more than %d hidden layers: use fewer".formatted(HiddenLayer.MOST_LAYERS));
        }
    }
}
