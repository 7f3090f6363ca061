package dev.feedforward.json.name;

import java.util.regex.Pattern;

/**
 * Names that callers give to data sets and models. A name is a segment of a path and the beginning of a file's name, so
 * it is plain ASCII, needs no escape, and is neither one of the segments {@code .} and {@code ..}, which clients and
 * servers take out of a path, nor a hidden file or an option of a command.
 */
public final class PlainName {

    public static final String PATTERN = "^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$";

    /** What is said of a name that does not fit, after the field that it stands in. */
    public static final String MESSAGE =
            "must be 1 to 64 letters, digits, dots, underscores and hyphens, with no dot or hyphen first";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private PlainName() {}

    /** Whether a new data set or model may bear {@code name}. */
    public static boolean fits(String name) {
        return COMPILED.matcher(name).matches();
    }
}
