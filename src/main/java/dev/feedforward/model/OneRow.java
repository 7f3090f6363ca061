package dev.feedforward.model;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row to ask about, as the parameters of a URL: as bits or as numbers. */
public record OneRow(
        @Parameter(description = "The row as bits.", example = "0110") @Nullable
        String bits,

        @Parameter(description = "The row as numbers, in place of bits: inputs=5.1,3.5,1.4,0.2")
        double @Nullable [] inputs) {

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return bits == null && inputs == null;
    }

    /**
     * The row as numbers.
     *
     * @throws ServiceException if it is not said, or said twice, or no row of finite numbers
     */
    public double[] values() {
        if (bits != null && inputs == null) {
            return parse(bits);
        }
        if (inputs != null && bits == null) {
            return checkFinite(inputs);
        }
        throw new ServiceException(
                ProblemType.INVALID_PARAMETER,
                bits == null ? "There is nothing to predict for." : "Both bits and inputs were given.",
                "Give the row either as bits, curl '{service}/predict?bits=0110', or as numbers, curl '{service}/predict?inputs=5.1,3.5,1.4,0.2'");
    }

    private static double[] parse(String bits) {
        if (!bits.chars().allMatch(bit -> bit == '0' || bit == '1')) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "bits=%s holds more than 0 and 1.".formatted(bits),
                    "Give bits, as in bits=0110, or numbers, as in inputs=5.1,3.5,1.4,0.2");
        }
        return bits.chars().mapToDouble(bit -> bit - '0').toArray();
    }

    private static double[] checkFinite(double[] inputs) {
        if (!Arrays.stream(inputs).allMatch(Double::isFinite)) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "inputs=%s holds more than finite numbers.".formatted(Arrays.toString(inputs)),
                    "Give numbers of at most 1.7976931348623157e308.");
        }
        // Adding 0 turns -0 into 0, so that the two are one input.
        return Arrays.stream(inputs).map(input -> input + 0.0).toArray();
    }
}
