package dev.feedforward.json;

import dev.feedforward.error.Addressed;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.ContentReference;

/** Explains text that is no JSON: where, what stands there, and what should. The parser's own words stay behind. */
public final class MalformedJson {

    private static final String QUOTES =
            "JSON has double quotes around names and texts. In a shell, put the whole body between single quotes, so that"
                    + " they arrive: " + Addressed.CALL;
    private static final String COMMA = "Leave out the comma before it, or write what is to follow it.";
    private static final String CORRECT = "Correct it there and send the request again.";

    /** The first whose pattern is found in the parser's words tells. */
    private static final List<Kind> KINDS = List.of(
            kind(
                    "Non-standard token '(\\W?\\w+)'|Unrecognized token '(nan|NAN|inf|Inf|NA)'",
                    found -> first(found) + " is no JSON, which has no word for what is not a number",
                    "Leave the row out; in a CSV file that is uploaded as a data set, such values may be missing."),
            kind(
                    "Unrecognized token '(True|False|None|undefined)'",
                    found -> found.group(1) + " is no JSON, which has true, false and null",
                    "Write true, false or null; Python's json.dumps does so."),
            kind(
                    "Unrecognized token '([^']*)'",
                    found -> "a value was expected, but there is " + found.group(1)
                            + ": texts stand between double quotes",
                    QUOTES),
            kind(
                    "Unexpected character \\('([/#])'",
                    found -> "there is a comment, and JSON has none",
                    "Leave the comment out."),
            kind(
                    "Unexpected character \\('(')'|Unexpected character \\('([‘’“”])'",
                    found -> "double quotes were expected, but there is " + first(found),
                    QUOTES),
            kind(
                    "Unexpected character \\('(\\})'.*double-quote",
                    found -> "a field was expected after the comma, but there is }",
                    COMMA),
            kind(
                    "Unexpected character \\('(.)'.*double-quote",
                    found -> "a field's name in double quotes was expected, but there is " + found.group(1),
                    QUOTES),
            kind(
                    "Unexpected character \\('([],}])'.*(valid value|expected)",
                    found -> "a value was expected, but there is " + found.group(1),
                    COMMA),
            kind(
                    "Unexpected character \\('(.)'.*comma to separate",
                    found -> "a comma or the closing bracket was expected, but there is " + found.group(1),
                    "Put a comma between two values, and close what was opened."),
            kind(
                    "Unexpected character \\('(.)'.*colon",
                    found -> "a colon was expected after the field's name, but there is " + found.group(1),
                    "Write a field as \"name\": value."),
            kind(
                    "[Ll]eading zeroes",
                    found -> "a number begins with a 0 that says nothing",
                    "Write 7 in place of 007; a text such as a postal code stands between double quotes."),
            kind(
                    "Unexpected character \\('\\+'|plus sign",
                    found -> "a number begins with +",
                    "Write 1 in place of +1."),
            kind(
                    "Unexpected character \\('\\.'|decimal point|[Ll]eading '\\.'|Decimal point",
                    found -> "a number begins or ends with its point",
                    "Write 0.5 in place of .5, and 5.0 in place of 5."),
            kind(
                    "in numeric value",
                    found -> "a number is not written as JSON has it",
                    "Write numbers as in 7, -0.5 or 1e-3."),
            kind(
                    "Unexpected close marker '(.)': expected '(.)'",
                    (found, e) -> "%s was expected for the %s%s, but there is %s"
                            .formatted(
                                    found.group(2), found.group(2).equals("}") ? "{" : "[", opened(e), found.group(1)),
                    "Close brackets in the order in which they were opened, the last first."),
            kind(
                    "Unexpected close marker '(.)'",
                    found -> "there is " + found.group(1) + ", which closes nothing",
                    "Leave it out."),
            kind(
                    "expected close marker for (Object|Array)",
                    (found, e) -> "the body ends here, but the %s%s is not closed"
                            .formatted(found.group(1).equals("Object") ? "{" : "[", opened(e)),
                    "Send the whole body, and close what was opened."),
            kind(
                    "end-of-input|end of input|Unexpected end",
                    found -> "the body ends here, in the middle of a value",
                    "Send the whole body, and close what was opened."),
            kind(
                    "Duplicate [^\"']*[\"']([^\"']*)[\"']",
                    found -> "the field \"" + found.group(1) + "\" is there for the second time",
                    "Leave one of the two out."),
            kind(
                    "Illegal unquoted character|CTRL-CHAR",
                    found -> "a line break, a tab or another control character stands here",
                    "In a text write \\n for a line break and \\t for a tab; outside of texts leave it out."),
            kind(
                    "character escape",
                    found -> "a backslash stands before what it cannot",
                    "Write \\\\ for the backslash itself."),
            kind(
                    "UTF-8|UTF-32|surrogate",
                    found -> "these bytes are no UTF-8 text",
                    "Save the body as UTF-8 and send it again."),
            kind(
                    "((?:Document nesting depth|Number value length|String value length|Name value length|Name length)"
                            + " \\(\\d+\\) exceeds the maximum allowed \\(\\d+)",
                    found -> found.group(1) + ")",
                    "Send less of it."),
            kind(
                    "Unexpected character \\('(.)'",
                    found -> "a value was expected, but there is " + found.group(1),
                    CORRECT));

    /** What the parser reads on of before it finds it wrong. */
    private static final Pattern WHOLE = Pattern.compile(
            "Non-standard token|[Ll]eading zeroes|\\('\\+'|plus sign|decimal point|Decimal point|in numeric value");

    private MalformedJson() {}

    private record Kind(Pattern words, BiFunction<MatchResult, JacksonException, String> detail, String action) {}

    private static Kind kind(String words, Function<MatchResult, String> detail, String action) {
        return kind(words, (found, e) -> detail.apply(found), action);
    }

    private static Kind kind(String words, BiFunction<MatchResult, JacksonException, String> detail, String action) {
        return new Kind(Pattern.compile(words, Pattern.DOTALL), detail, action);
    }

    private static String first(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    /** What {@code e} found wrong with the text of a body. */
    static ServiceException of(JacksonException e) {
        return tell(e, (detail, action) -> at(place(e), detail, action));
    }

    /** Where it stands: of a word or number the beginning, whose end is where the parser sees that it is wrong. */
    public static @Nullable TokenStreamLocation place(JacksonException e) {
        return e.processor() instanceof JsonParser parser
                        && WHOLE.matcher(String.valueOf(e.getOriginalMessage())).find()
                ? parser.currentTokenLocation()
                : e.getLocation();
    }

    /** The same in a clause, without its place. */
    public static String detail(JacksonException e) {
        return tell(e, (detail, action) -> detail);
    }

    /** Where the innermost bracket was opened that is open. */
    private static String opened(JacksonException e) {
        if (!(e.processor() instanceof JsonParser parser)) {
            return "";
        }
        TokenStreamLocation start = parser.streamReadContext().startLocation(ContentReference.unknown());
        return " of line %d, column %d".formatted(start.getLineNr(), start.getColumnNr());
    }

    private static <T> T tell(JacksonException e, BiFunction<String, String, T> teller) {
        String words = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        for (Kind kind : KINDS) {
            Matcher found = kind.words().matcher(words);
            if (found.find()) {
                return teller.apply(kind.detail().apply(found, e), kind.action());
            }
        }
        return teller.apply("what stands here is no JSON", CORRECT);
    }

    /**
     * @param detail what stands there, and what should
     * @param action what to do about it; a whole sentence
     */
    static ServiceException at(@Nullable TokenStreamLocation place, String detail, String action) {
        String where = place == null ? "" : "Line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
        return new ServiceException(ProblemType.MALFORMED_JSON, where + detail + ".", action);
    }

    /** Text that goes on after its value. */
    static ServiceException goesOn(@Nullable TokenStreamLocation place) {
        return at(
                place,
                "the JSON ends before, so nothing may follow",
                "Send one value: put several rows into one list.");
    }

    /** Text of nothing but blanks. */
    static ServiceException blank(@Nullable TokenStreamLocation place) {
        return at(place, "the body holds no JSON, only blanks", "Send JSON, such as: " + Addressed.CALL);
    }
}
