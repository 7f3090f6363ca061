package dev.feedforward.dataset.builtin;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that changes what a built-in data set generates.
 *
 * @param least the smallest that is taken
 * @param most the largest that is taken
 * @param byDefault what counts where none is given
 */
@Schema(description = "A whole number that says how a data set is drawn.")
public record SetParameter(
        @Schema(description = "Its name.", example = "noise")
        String name,

        @Schema(description = "The smallest that is taken.", example = "0")
        long least,

        @Schema(description = "The largest that is taken.", example = "50")
        long most,

        @Schema(description = "What counts where nothing is said.", example = "0")
        long byDefault) {

    static final String NOISE_NAME = "noise";
    static final String SAMPLES_NAME = "samples";
    static final String SEED_NAME = "seed";

    /** In percent, up to 50 as in the Playground. */
    static final SetParameter NOISE = new SetParameter(NOISE_NAME, 0, 50, 0);

    /** Where the random generator starts; the range that a training takes too. */
    static final SetParameter SEED = new SetParameter(SEED_NAME, 0, 4_294_967_295L, 1);

    /** How many rows there are, those for testing included. */
    static SetParameter samples(int least, int most, int byDefault) {
        return new SetParameter(SAMPLES_NAME, least, most, byDefault);
    }

    /** What counts where {@code said} is given, null for nothing. */
    long value(@Nullable Number said) {
        long value = said == null ? byDefault : said.longValue();
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d, it must be from %d to %d".formatted(name, value, least, most));
        }
        return value;
    }
}
