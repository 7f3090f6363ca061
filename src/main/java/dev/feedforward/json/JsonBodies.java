package dev.feedforward.json;

import dev.feedforward.error.Faults;
import dev.feedforward.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON bodies of requests: lenient with faults, of which it notes all, strict with JSON itself. */
@Component
public class JsonBodies {

    private final JsonMapper mapper;
    private final long maxValues;

    JsonBodies(JsonMapper mapper, ValueLimit limit) {
        maxValues = limit.values();
        this.mapper = mapper.rebuild()
                .addModule(new BodyModule())
                .addHandler(new BodyProblems())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Trailing text is looked for below, to be told as malformed JSON rather than as a mismatch.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Else a ServiceException thrown while the body streams in would be dressed as a problem of the JSON.
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @param faults where to note what is wrong with the values
     * @return the value, with null (or 0, or false) where a fault was noted; null if the whole of it is at fault
     * @throws ServiceException if it is not one proper JSON value, or has more values than may be read
     * @throws IOException if the body cannot be received
     */
    public @Nullable Object read(InputStream body, Type type, Faults faults) throws IOException {
        return read(body, type, faults, Set.of());
    }

    /**
     * The same.
     *
     * @param parameters what the call takes in its URL, which is told of a field of such a name
     */
    public @Nullable Object read(InputStream body, Type type, Faults faults, Set<String> parameters)
            throws IOException {
        ObjectReader reader = mapper.readerFor(mapper.constructType(type))
                .withAttribute(BodyFaults.KEY, faults)
                .withAttribute(BodyValues.KEY, new BodyValues(maxValues))
                .withAttribute(BodyFields.KEY, BodyFields.finder(type, parameters));
        try (JsonParser p = reader.createParser(body)) {
            return readOnly(p, reader, faults);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw MalformedJson.of(e);
        }
    }

    private static @Nullable Object readOnly(JsonParser p, ObjectReader reader, Faults faults) {
        JsonToken first = p.nextToken();
        if (first == null) {
            throw MalformedJson.blank(p.currentLocation());
        }
        if (first == JsonToken.VALUE_NULL) {
            faults.add("#", "must be an object, but is null");
            return null;
        }
        Object value = bind(p, reader, faults);
        if (p.nextToken() == null) {
            return value;
        }
        throw MalformedJson.goesOn(p.currentTokenLocation());
    }

    private static @Nullable Object bind(JsonParser p, ObjectReader reader, Faults faults) {
        try {
            return reader.readValue(p);
        } catch (DatabindException e) {
            JsonPointer at = JsonPointer.empty();
            for (JacksonException.Reference step : e.getPath()) {
                at = step.getPropertyName() == null
                        ? at.appendIndex(step.getIndex())
                        : at.appendProperty(step.getPropertyName());
            }
            faults.add(BodyFaults.pointer(at), e.getOriginalMessage());
        } catch (InputCoercionException e) {
            faults.add(BodyFaults.pointer(p), e.getOriginalMessage());
        }
        drain(p);
        return null;
    }

    /** Reads on after binding broke off, because JSON that is malformed further on is malformed all the same. */
    private static void drain(JsonParser p) {
        while (p.nextToken() != null) {
            BodyFaults.takeName(p);
        }
    }
}
