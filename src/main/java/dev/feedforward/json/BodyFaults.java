package dev.feedforward.json;

import dev.feedforward.error.Fault;
import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.memory.RequestMemory;
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

    /** Bytes that Jackson keeps of each name, to tell whether another field has it. */
    static final int NAME = 160;

    private static final long FEW = 1_000;

    private BodyFaults() {}

    /**
     * Notes a fault at the parser's current token. The caller then {@link #skip skips} the value and returns null or
     * some other stand-in, which nobody gets to see.
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

    /** Skips the value that the parser is at, and reserves memory for the names in it meanwhile. */
    public static void skip(JsonParser p) {
        long taken = 0;
        for (int open = step(p.currentToken()); open > 0; open += step(p.nextToken())) {
            taken += takeName(p);
        }
        // Jackson keeps the last object's names longer than the object: few of them are no matter.
        RequestMemory.giveBack(taken > FEW * NAME ? 0 : taken);
    }

    private static int step(@Nullable JsonToken token) {
        return token == null ? 0 : token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    /** Reserves memory for what the parser keeps of a name, if it is at one; answers how much. */
    static int takeName(JsonParser p) {
        int bytes = p.hasToken(JsonToken.PROPERTY_NAME) ? NAME : 0;
        RequestMemory.take(bytes);
        return bytes;
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
