package dev.feedforward.model.store;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where to go on from a model. */
@Schema(description = "Where to go on from a model.")
public record ModelLinks(
        @Schema(description = "The model itself.", example = "/models/course/versions/1")
        String self,

        @Schema(description = "Asks it; add the row.", example = "/predict?model=course&version=1")
        String predict,

        @Schema(description = "Its answer to every pattern of bits.", example = "/truth-table?model=course&version=1")
        String truthTable,

        @Schema(description = "How good it is.", example = "/models/course/versions/1/evaluation")
        String evaluation,

        @Schema(
                description = "It as a Python script that needs numpy alone.",
                example = "/models/course/versions/1/numpy")
        String numpy) {

    public static ModelLinks of(ModelRef ref) {
        return new ModelLinks(
                ref.path(),
                "/predict" + ref.query(),
                "/truth-table" + ref.query(),
                ref.path() + "/evaluation",
                ref.path() + "/numpy");
    }
}
