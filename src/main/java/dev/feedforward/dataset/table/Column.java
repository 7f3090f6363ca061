package dev.feedforward.dataset.table;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A column of a data set.
 *
 * @param categories what the values are, in alphabetical order; empty for numbers
 * @param missing rows without a value
 */
@Schema(description = "A column of a data set.")
public record Column(
        @Schema(description = "Its name, as the file's header gives it.", example = "species")
        String name,

        @Schema(description = "Numbers, or texts that name one of some categories.", example = "category")
        Kind kind,

        @Schema(
                description = "What it is for: an input of the network, its answer, or what parts the rows into"
                        + " training and test.",
                example = "answer")
        Role role,

        @Schema(
                description = "The categories in alphabetical order; empty for numbers.",
                example = "[\"setosa\", \"versicolor\"]")
        List<String> categories,

        @Schema(description = "Rows without a value.", example = "0")
        int missing) {

    public Column {
        categories = List.copyOf(categories);
    }

    /** What the values of a column are. */
    public enum Kind {
        NUMBER,
        CATEGORY
    }

    /** What a column is for. */
    public enum Role {
        /** What the network is given. */
        INPUT,
        /** What it is to answer. */
        ANSWER,
        /** Which rows are to learn from and which are to test with: a category column of train(ing) and test. */
        SPLIT
    }
}
