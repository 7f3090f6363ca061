package dev.feedforward.model.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.data.Samples;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param dataSha256 of the training rows: inputs, then answers, each as rows, columns and values, little-endian
 * @param weightsSha256 of the weights and biases as little-endian doubles, layer by layer
 * @param java the Java runtime's version
 * @param version the service's version
 */
@Schema(description = "Where the model comes from.")
public record Provenance(
        @Schema(description = "SHA-256 of the training rows.")
        String dataSha256,

        @Schema(description = "SHA-256 of the weights and biases: the same request gives the same.")
        String weightsSha256,

        @Schema(description = "The seed that the first weights were drawn from.", example = "1")
        long seed,

        @Schema(description = "The Java runtime that trained it.", example = "25.0.3+9-LTS")
        String java,

        @Schema(description = "The version of Feedforward that trained it.", example = "0.1.0")
        String version,

        @Schema(description = "The data set that it was trained on; absent where the rows came with the request.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Source dataset) {

    /**
     * A data set.
     *
     * @param noise null for a built-in set's own, and for uploaded ones; likewise {@code samples} and {@code seed}
     * @param sha256 null for built-in ones, and in models of before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DatasetOfModel", description = "The data set that a model was trained on.")
    public record Source(
            @Schema(description = "Its name.", example = "spiral")
            String name,

            @Schema(description = "Noise in percent, where a built-in one was drawn with some.", example = "10")
            @Nullable
            Integer noise,

            @Schema(description = "Rows in all, where a built-in one was drawn with so many.", example = "500")
            @Nullable
            Integer samples,

            @Schema(description = "Where its random generator started, if that was said.", example = "1") @Nullable
            Long seed,

            @Schema(
                    description =
                            "SHA-256 of the file that was uploaded, decompressed, as sha256sum tells it; absent for"
                                    + " a built-in one.")
            @Nullable
            String sha256) {}

    /** The digest of the rows that a network is trained on. */
    public static String sha256(Samples training) {
        return Fingerprint.sha256(training.inputs(), training.answers());
    }

    /** The provenance of a network that is trained here. */
    public static Provenance of(String dataSha256, Parameters parameters, long seed, String version) {
        return new Provenance(
                dataSha256,
                Fingerprint.sha256(parameters.toBytes()),
                seed,
                Runtime.version().toString(),
                version,
                null);
    }

    /** The same of a network that is trained on a data set; null for none. */
    public Provenance on(@Nullable Source source) {
        return new Provenance(dataSha256, weightsSha256, seed, java, version, source);
    }
}
