package dev.feedforward.training.request;

import dev.feedforward.json.NamedDeserializer;
import dev.feedforward.model.settings.ScheduleSettings;

/** Reads a learning rate schedule's name or object. */
final class ScheduleDeserializer extends NamedDeserializer<ScheduleSettings.Name, ScheduleSettings> {

    ScheduleDeserializer() {
        super(ScheduleSettings.Name.class, ScheduleSettings.class, ScheduleSettings::named);
    }
}
