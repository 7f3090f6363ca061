package dev.feedforward.dataset.rows;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The size in pixels of the picture that a row of inputs is, row by row. */
@Schema(description = "The size of a picture in pixels, which a row has line by line.")
public record ImageSize(
        @Schema(description = "Pixels of a line.", example = "16")
        int width,

        @Schema(description = "Lines.", example = "16") int height) {

    /** The picture that rows of so many inputs are taken for: 256 for 16×16, 784 for 28×28, others for none. */
    public static @Nullable ImageSize ofSquare(int inputs) {
        return switch (inputs) {
            case 256 -> new ImageSize(16, 16);
            case 784 -> new ImageSize(28, 28);
            default -> null;
        };
    }
}
