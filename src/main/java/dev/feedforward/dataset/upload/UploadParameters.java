package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link UploadOptions} as the parameters of a URL. */
public record UploadParameters(
        @Parameter(
                in = ParameterIn.QUERY,
                description =
                        "Columns to be answered, by their names or their numbers from 1, with commas between them;"
                                + " the last column where it is left out.",
                example = "[\"species\"]")
        @Nullable
        List<String> answers,

        @Parameter(in = ParameterIn.QUERY, description = "Columns to be left out, in the same way.") @Nullable
        List<String> ignore,

        @Parameter(
                in = ParameterIn.QUERY,
                description = "The share of the rows to test with, from 0 to below 1; 0 where it is left out.")
        @Nullable
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Double test,

        @Parameter(in = ParameterIn.QUERY, description = "Which of the many ways to draw them; 1 where it is left out.")
        @Nullable
        Long seed,

        @Parameter(
                in = ParameterIn.QUERY,
                description = "The column that says of each row whether it is for training or test; where it is left"
                        + " out, one named split that does so.")
        @Nullable
        String split,

        @Parameter(
                in = ParameterIn.QUERY,
                description =
                        "What becomes of missing values: refuse the file, drop such rows, or keep them, to be given"
                                + " the mean in training. Refuse where it is left out.")
        @Nullable
        MissingValues missing,

        @Parameter(
                in = ParameterIn.QUERY,
                description = "Columns whose values are categories even if they are numbers.")
        @Nullable
        List<String> categories,

        @Parameter(in = ParameterIn.QUERY, description = "Columns whose values are numbers.") @Nullable
        List<String> numbers,

        @Parameter(
                in = ParameterIn.QUERY,
                description = "Whether the first row names the columns; found out where it is left out.")
        @Nullable
        Boolean header,

        @Parameter(
                in = ParameterIn.QUERY,
                description =
                        "What stands between values: one character, comma, semicolon, tab or pipe; found out among"
                                + " these where it is left out.")
        @Nullable
        String delimiter) {

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|');

    /** @throws ServiceException if the delimiter can be none, or something is said that has no effect */
    public UploadOptions options() {
        return options(0.0);
    }

    /**
     * The same.
     *
     * @param testFraction the share to test with where neither a share is given nor a column says it
     */
    public UploadOptions options(double testFraction) {
        double share = test == null ? testFraction : test;
        if (seed != null && share == 0.0) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "seed=%d says which rows are drawn to test with, but test says that none are.".formatted(seed),
                    "Say what share of the rows is to test with, as in test=0.2&seed=%d, or leave seed out."
                            .formatted(seed));
        }
        return new UploadOptions(
                orNone(answers),
                orNone(ignore),
                split,
                new Splitting(share, seed == null ? 1 : seed),
                test != null && test > 0.0,
                missing == null ? MissingValues.REFUSE : missing,
                orNone(categories),
                orNone(numbers),
                header,
                delimiterCharacter());
    }

    /** @throws ServiceException if something is said that goes for CSV alone */
    public void checkForJson() {
        if (delimiter != null) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "delimiter says what stands between the values of a CSV file, but the body came as JSON.",
                    "Leave delimiter out, or send CSV with the header Content-Type: text/csv");
        }
    }

    private static List<String> orNone(@Nullable List<String> columns) {
        return columns == null ? List.of() : columns;
    }

    private @Nullable Character delimiterCharacter() {
        if (delimiter == null || DELIMITERS.containsKey(delimiter)) {
            return delimiter == null ? null : DELIMITERS.get(delimiter);
        }
        if (delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0) {
            return delimiter.charAt(0);
        }
        throw new ServiceException(
                ProblemType.INVALID_PARAMETER,
                "The parameter delimiter is %s, which is not one character.".formatted(Cells.show(delimiter)),
                "Give one character, or one of comma, semicolon, tab and pipe.");
    }
}
