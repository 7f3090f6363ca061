package dev.feedforward.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.ModelRef;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where to go on from a job. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where to go on from here.")
record JobLinks(
        @Schema(example = "/jobs/7") String self,
        @Schema(example = "/jobs/7/cost") String cost,

        @Schema(description = "Absent until there is a model.", example = "/models/course/versions/1") @Nullable
        String model,

        @Schema(description = "Absent until there is a model.", example = "/predict?model=course&version=1") @Nullable
        String predict) {

    static JobLinks of(Job job) {
        ModelRef model = job.model().ref();
        return new JobLinks(
                job.path(),
                job.path() + "/cost",
                model == null ? null : model.path(),
                model == null ? null : "/predict" + model.query());
    }
}
