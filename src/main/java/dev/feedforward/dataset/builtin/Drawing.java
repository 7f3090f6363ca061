package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * How a built-in data set is to be drawn, as the parameters of a URL; null stands for a parameter's default.
 *
 * @param noise in percent
 * @param samples rows, those for testing included
 */
public record Drawing(
        @Parameter(description = "Noise in percent, of the built-in sets that have some.") @Nullable
        Integer noise,

        @Parameter(description = "Rows in all, of the built-in sets that are drawn.") @Nullable
        Integer samples,

        @Parameter(description = "Where their random generator starts.") @Nullable
        Long seed) {

    /** @throws ServiceException if {@code set} cannot be drawn so */
    public Generated of(BuiltInSet set) {
        try {
            return set.generate(noise, samples, seed);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "%s.".formatted(e.getMessage()),
                    "See what may be said of it: curl {service}/datasets/%s".formatted(set.name()));
        }
    }

    /** @throws ServiceException if anything is said: an uploaded data set is as it is */
    public void refuseFor(Dataset dataset) {
        if (isSaid()) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "noise, samples and seed are for the data sets that the service draws; \"%s\" was uploaded."
                            .formatted(dataset.name()),
                    "Leave them out.");
        }
    }

    /** @throws ServiceException if anything is said, but no data set */
    public void refuseWithoutDataset() {
        if (isSaid()) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "noise, samples and seed say how a data set is drawn, but none is named.",
                    "Name one with dataset=, or leave them out.");
        }
    }

    private boolean isSaid() {
        return noise != null || samples != null || seed != null;
    }

    /** The parameters again, to go on with in a URL: {@code &noise=10}, or nothing. */
    public String query() {
        return query(SetParameter.NOISE_NAME, noise)
                + query(SetParameter.SAMPLES_NAME, samples)
                + query(SetParameter.SEED_NAME, seed);
    }

    private static String query(String name, @Nullable Number said) {
        return said == null ? "" : "&%s=%d".formatted(name, said);
    }
}
