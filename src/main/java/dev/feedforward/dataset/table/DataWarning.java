package dev.feedforward.dataset.table;

import io.swagger.v3.oas.annotations.media.Schema;

/** Something about a data set that was taken as it is, and that its owner may have meant otherwise. */
@Schema(
        name = "DatasetWarning",
        description =
                "Something about a data set that was taken as it is, and that its owner may have meant otherwise.")
public record DataWarning(
        @Schema(description = "Which kind.", example = "numbers_as_texts")
        String code,

        @Schema(
                description = "What was found, with the values and their lines.",
                example =
                        "The column \"price\" was taken for 40 categories, though 40 of its 40 values are numbers with"
                                + " commas between thousands, such as \"1,234\" (line 2).")
        String detail,

        @Schema(
                description = "What to change in the file, or which parameter to send it with.",
                example = "Write plain numbers, such as 1234, and send the file again; if they are categories, say"
                        + " categories=price.")
        String action) {

    public static final String CONSTANT = "constant_column";

    /** Whether a training on the data set is to repeat it, as its own diagnosis does not find it. */
    public boolean concernsTraining() {
        return !code.equals(CONSTANT);
    }
}
