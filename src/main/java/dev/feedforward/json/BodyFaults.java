package dev.feedforward.json;

import dev.feedforward.error.Fault;
import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** Lets a deserializer note what is wrong and go on, so that a body's faults are told all at once. */
public final class BodyFaults {

    /** The attribute of the context that holds the {@link Faults} of the body being bound. */
    static final Object KEY = BodyFaults.class;

    private static final int SHOWN = 40;

    private BodyFaults() {}

    /**
     * Notes a fault at the parser's current token. The caller then skips the value ({@link JsonParser#skipChildren()})
     * and returns null or some other stand-in, which nobody gets to see.
     *
     * @param detail what is wrong, with the actual value
     * @throws tools.jackson.databind.exc.MismatchedInputException when no request's body is being bound, as when stored
     *     JSON is read
     */
    public static void add(DeserializationContext ctxt, JsonParser p, String detail) {
        add(ctxt, p, () -> detail);
    }

    /** The same. @param detail not asked for where the fault is only counted */
    public static void add(DeserializationContext ctxt, JsonParser p, Supplier<String> detail) {
        Faults faults = of(ctxt);
        if (faults == null) {
            ctxt.reportInputMismatch(Object.class, "%s", detail.get());
        } else {
            faults.add(() -> new Fault(pointer(p), detail.get()));
        }
    }

    /**
     * Notes a fault at the parser's current token, after which the rest of the body is not worth its memory or time.
     *
     * @return to be thrown
     */
    public static RuntimeException stop(DeserializationContext ctxt, JsonParser p, String detail) {
        add(ctxt, p, detail);
        return new InvalidRequestException(Objects.requireNonNull(of(ctxt)));
    }

    /** The parser's current value in a few words: {@code the string "5"}, {@code a list}, {@code 1.5}. */
    public static String show(JsonParser p) {
        JsonToken token = p.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, PROPERTY_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "the string " + quote(p.getString());
            default -> shorten(p.getString());
        };
    }

    /** Where the parser is, such as {@code #/training/learningRate}. */
    static String pointer(JsonParser p) {
        return pointer(p.streamReadContext().pathAsPointer());
    }

    static String pointer(JsonPointer pointer) {
        return "#" + UriUtils.encodeFragment(pointer.toString(), "UTF-8");
    }

    static @Nullable Faults of(DeserializationContext ctxt) {
        return (Faults) ctxt.getAttribute(KEY);
    }

    static String quote(String text) {
        return '"' + shorten(text) + '"';
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
