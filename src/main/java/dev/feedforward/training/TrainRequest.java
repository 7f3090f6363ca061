package dev.feedforward.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.dataset.Answers;
import dev.feedforward.dataset.Classes;
import dev.feedforward.dataset.CourseExample;
import dev.feedforward.dataset.Rows;
import dev.feedforward.json.NotYetSupported;
import dev.feedforward.model.TrainingSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What to train, on what and how. Every field may be left out; nothing at all is the course's example. */
@NotYetSupported({"dataset", "from"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What to train, on what and how. Every field may be left out; {} trains the course's example.")
record TrainRequest(
        @Schema(
                description = "The model's name. Training again under it makes its next version. Where it is left out:"
                        + " default, or course where no rows are given either.",
                example = "course")
        @Pattern(
                regexp = "^[A-Za-z0-9._-]{1,64}$",
                message = "must be 1 to 64 letters, digits, dots, underscores and hyphens")
        @Nullable
        String name,

        @Schema(description = "Where the defaults come from.", defaultValue = "course") @Nullable
        Preset preset,

        @Schema(description = "The rows to train with; with answers. Where both are left out: the course's.") @Nullable
        Rows inputs,

        @Schema(description = "What the network should answer to them, one a row.") @Nullable
        Answers answers,

        @Schema(description = "Rows that it is only tested with; with testAnswers.") @Nullable
        Rows testInputs,

        @Schema(description = "What the network should answer to those, one a row.") @Nullable
        Answers testAnswers,

        @Valid @Nullable NetworkRequest network,
        @Valid @Nullable TrainingRequest training,
        @Valid @Nullable Expectation expect) {

    private static final String DEFAULT_NAME = "default";

    /** Nothing said: the course's example. */
    static final TrainRequest DEFAULT = new TrainRequest(null, null, null, null, null, null, null, null, null);

    /** This request with everything said. */
    Recipe recipe() {
        if (inputs == null || answers == null) {
            return recipe(CourseExample.NAME, CourseExample.inputs(), CourseExample.answers());
        }
        return recipe(DEFAULT_NAME, inputs, answers);
    }

    private Recipe recipe(String defaultName, Rows rows, Answers rowAnswers) {
        boolean courseTest = inputs == null && testInputs == null;
        Classes classes = rowAnswers.classes();
        int outputs =
                classes != null ? classes.labels().size() : rowAnswers.numbers().columns();
        return new Recipe(
                name != null ? name : defaultName,
                rows,
                rowAnswers,
                courseTest ? CourseExample.testInputs() : testInputs,
                courseTest ? CourseExample.testAnswers() : testAnswers,
                (network != null ? network : NetworkRequest.DEFAULT)
                        .architecture(rows.matrix().columns(), outputs),
                settings(),
                expect);
    }

    /** How to train, with the course's settings where nothing is said. */
    TrainingSettings settings() {
        return (training != null ? training : TrainingRequest.DEFAULT).settings();
    }
}
