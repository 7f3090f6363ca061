package dev.feedforward.web.body;

import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.json.JsonBodies;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.web.memory.MeteredBody;
import dev.feedforward.web.query.KnownParameters;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads the service's own types from JSON bodies, and refuses one with everything that is wrong with it; the faults of
 * a body whose controller asks for its {@link dev.feedforward.json.BodyReading} are handed on with it.
 */
@Component
class BodyConverter implements SmartHttpMessageConverter<Object> {

    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/*+json"));

    /** Bytes that each byte of a body may take while it is read: a text is longest as it grows. */
    private static final int READ = 4;

    /**
     * The same of a body whose controller stores it, as JSON again: that is a text and its bytes, each while it grows.
     */
    private static final int STORED = 8;

    private final JsonBodies bodies;
    private final BodyValidation validation;
    private final KnownParameters known;

    BodyConverter(JsonBodies bodies, BodyValidation validation, KnownParameters known) {
        this.bodies = bodies;
        this.validation = validation;
        this.known = known;
    }

    /** The parameters of the call whose body is read. */
    private Set<String> parameters() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(
                                        HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof HandlerMethod handler
                ? known.of(handler).keySet()
                : Set.of();
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return TYPES;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        Class<?> body = type.resolve();
        return body != null
                && body.getName().startsWith("dev.feedforward.")
                && (mediaType == null || TYPES.stream().anyMatch(read -> read.includes(mediaType)));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        boolean handedOn = message instanceof BodyReadings.Message;
        Faults faults = message instanceof BodyReadings.Message read ? read.faults() : new Faults();
        Object body = read(message, handedOn, type, faults);
        if (body != null) {
            validation.check(body, faults);
        }
        if (body == null || !faults.isEmpty() && !handedOn) {
            throw new InvalidRequestException(faults);
        }
        return body;
    }

    private @Nullable Object read(HttpInputMessage message, boolean stored, ResolvableType type, Faults faults)
            throws IOException {
        MeteredBody body = new MeteredBody(message.getBody(), stored ? STORED : READ);
        try {
            return bodies.read(body, type.getType(), faults, parameters());
        } finally {
            if (!stored) {
                RequestMemory.giveBack(body.taken());
            }
        }
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public void write(
            Object body,
            ResolvableType type,
            @Nullable MediaType contentType,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("Answers are written by Spring's own converter");
    }
}
