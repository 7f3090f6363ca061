package dev.feedforward.model;

import dev.feedforward.dataset.Fingerprint;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Samples;
import io.swagger.v3.oas.annotations.media.Schema;

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
        String version) {

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
                version);
    }
}
