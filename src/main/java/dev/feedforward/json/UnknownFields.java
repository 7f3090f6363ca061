package dev.feedforward.json;

import dev.feedforward.json.name.ForeignNames;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.memory.RequestMemory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableAnyProperty;
import tools.jackson.databind.type.TypeFactory;

/**
 * Notes each field that a type does not have, and skips its value. It stands where Jackson expects the setter for any
 * other property, because Jackson would otherwise keep a record's unknown fields in memory until the record is built.
 */
final class UnknownFields extends SettableAnyProperty {

    @SuppressWarnings("serial") // Jackson's deserializers are Serializable for history's sake alone.
    private final List<String> known;

    @SuppressWarnings("NullAway") // There is no property behind it, and every use of one is overridden.
    UnknownFields(List<String> known) {
        super(null, null, TypeFactory.unknownType(), null, null, null);
        this.known = known;
    }

    @Override
    public @Nullable Object deserialize(JsonParser p, DeserializationContext ctxt) {
        RequestMemory.take(BodyFaults.NAME);
        BodyFaults.add(ctxt, p, () -> detail(p.currentName(), BodyFields.of(ctxt)));
        BodyFaults.skip(p);
        return null;
    }

    @Override
    public void deserializeAndSet(JsonParser p, DeserializationContext ctxt, Object instance, String name) {
        deserialize(p, ctxt);
    }

    private String detail(String name, BodyFields all) {
        String unknown = BodyFaults.quote(name) + " is not a field here";
        if (all.parameters().contains(name)) {
            return "%s: it is a parameter, and stands in the URL: ?%s=…".formatted(unknown, name);
        }
        Optional<String> here = ForeignNames.of(name, known::contains).or(() -> sameButForm(name));
        Optional<String> elsewhere = all.pathOf(name)
                .or(() -> ForeignNames.of(name, ours -> all.pathOf(ours).isPresent())
                        .flatMap(all::pathOf));
        Optional<String> meant = here.isPresent() || elsewhere.isPresent() ? here : NearestName.of(name, known);
        if (meant.isPresent()) {
            return unknown + ": did you mean \"" + meant.get() + "\"? Otherwise leave it out";
        }
        return elsewhere
                .map(path -> unknown + ": write it as " + path)
                .orElse(unknown + (known.isEmpty() ? "" : ", unlike " + String.join(", ", known)) + ": leave it out");
    }

    private Optional<String> sameButForm(String name) {
        return known.stream()
                .filter(field -> NearestName.fold(field).equals(NearestName.fold(name)))
                .findFirst();
    }

    @Override
    public void fixAccess(DeserializationConfig config) {
        // There is no setter to be made accessible.
    }

    @Override
    public boolean hasValueDeserializer() {
        return true;
    }

    @Override
    public SettableAnyProperty withValueDeserializer(ValueDeserializer<Object> deserializer) {
        return this;
    }

    @Override
    protected void _set(DeserializationContext ctxt, Object instance, Object name, Object value) {
        // Nothing is kept of an unknown field.
    }
}
