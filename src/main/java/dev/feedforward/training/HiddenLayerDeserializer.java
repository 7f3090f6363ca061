package dev.feedforward.training;

import dev.feedforward.json.BodyFaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a {@link HiddenLayer} that is either its number of neurons or an object. */
final class HiddenLayerDeserializer extends StdDeserializer<HiddenLayer> {

    HiddenLayerDeserializer() {
        super(HiddenLayer.class);
    }

    @Override
    public @Nullable HiddenLayer deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return context.readValue(parser, HiddenLayer.class);
        }
        if (parser.currentToken().isNumeric()) {
            Integer neurons = context.readValue(parser, Integer.class);
            return neurons == null ? null : new HiddenLayer(neurons, null, null);
        }
        BodyFaults.add(context, parser, "must be a number of neurons or an object, but is " + BodyFaults.show(parser));
        parser.skipChildren();
        return null;
    }
}
