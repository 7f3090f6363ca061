package dev.feedforward.training.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.model.store.ModelRef;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where to go on from a job. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where to go on from here.")
record JobLinks(
        @Schema(description = "The job itself.", example = "/jobs/7")
        String self,

        @Schema(description = "How its cost fell.", example = "/jobs/7/cost")
        String cost,

        @Schema(description = "The same as it happens, as Server-Sent Events.", example = "/jobs/7/events")
        String events,

        @Schema(
                description = "The model that came of it; absent until there is one.",
                example = "/models/course/versions/1")
        @Nullable
        String model,

        @Schema(description = "Asks the model; absent until there is one.", example = "/predict?model=course&version=1")
        @Nullable
        String predict,

        @Schema(
                description = "How good the model is; absent until there is one.",
                example = "/models/course/versions/1/evaluation")
        @Nullable
        String evaluation) {

    static JobLinks of(Job job) {
        ModelRef model = job.model().ref();
        return new JobLinks(
                job.path(),
                job.path() + "/cost",
                job.path() + "/events",
                model == null ? null : model.path(),
                model == null ? null : "/predict" + model.query(),
                model == null ? null : model.path() + "/evaluation");
    }
}
