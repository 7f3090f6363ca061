package dev.feedforward.json;

import dev.feedforward.error.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Notes what Jackson's own deserializers and the records' constructors object to. */
final class BodyProblems extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext ctxt, JavaType type, JsonToken token, JsonParser p, @Nullable String message) {
        return skip(ctxt, p);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext ctxt,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser p,
            @Nullable String message) {
        return skip(ctxt, p);
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext ctxt, Class<?> type, @Nullable Object argument, Throwable problem) {
        JsonParser p = ctxt.getParser();
        Faults faults = BodyFaults.of(ctxt);
        // A constructor that was given a stand-in for a bad value may well object; the bad value has been told already.
        if (faults != null && faults.touch(BodyFaults.pointer(p))) {
            return null;
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            BodyFaults.add(ctxt, p, cause.getMessage());
            return null;
        }
        return NOT_HANDLED;
    }

    private static @Nullable Object skip(DeserializationContext ctxt, JsonParser p) {
        BodyFaults.add(ctxt, p, "cannot be " + BodyFaults.show(p));
        BodyFaults.skip(p);
        return null;
    }
}
