package dev.feedforward.training.request;

import dev.feedforward.json.NamedDeserializer;
import dev.feedforward.model.settings.OptimizerSettings;

/** Reads an optimizer's name or object. */
final class OptimizerDeserializer extends NamedDeserializer<OptimizerSettings.Name, OptimizerSettings> {

    OptimizerDeserializer() {
        super(OptimizerSettings.Name.class, OptimizerSettings.class, OptimizerSettings::named);
    }
}
