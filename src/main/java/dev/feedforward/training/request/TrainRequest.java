package dev.feedforward.training.request;

import dev.feedforward.dataset.builtin.CourseExample;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.error.BodyExample;
import dev.feedforward.json.name.PlainName;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Architecture;
import dev.feedforward.training.diagnosis.Said;
import dev.feedforward.training.recipe.DatasetSource;
import dev.feedforward.training.recipe.Expectation;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What to train, on what and how. Every field may be left out; nothing at all is the course's example. */
@Schema(description = "What to train, on what and how. Every field may be left out; {} trains the course's example.")
@BodyExample("{\"inputs\": [[0,1],[1,0]], \"answers\": [1,0]}")
public record TrainRequest(
        @Schema(
                description = "The model's name. Training again under it makes its next version. Where it is left out:"
                        + " default, or course where no rows are given either.",
                example = "course")
        @Pattern(regexp = PlainName.PATTERN, message = PlainName.MESSAGE)
        @Nullable
        String name,

        @Schema(description = "Where the defaults come from.", defaultValue = "course") @Nullable
        Preset preset,

        @Schema(description = "The rows to train with; with answers. Where both are left out: the course's.") @Nullable
        Rows inputs,

        @Schema(
                description = "What the network should answer to them, one a row: numbers, or texts for classes. To the"
                        + " preset classifier whole numbers are class labels too, unless they are 0 and 1 alone.")
        @Nullable
        Answers answers,

        @Schema(
                description =
                        "Rows that the trained network is asked, and with testAnswers tested with. Without these the"
                                + " result has its outputs for them, and no figures.")
        @Nullable
        Rows testInputs,

        @Schema(description = "What the network should answer to those, one a row; with testInputs.") @Nullable
        Answers testAnswers,

        @Schema(
                description = "A data set, in place of inputs and answers: its name, or an object that says how a"
                        + " built-in one is to be drawn.",
                anyOf = {String.class, DatasetRequest.class})
        @JsonDeserialize(using = DatasetRequestDeserializer.class)
        @Valid
        @Nullable
        DatasetRequest dataset,

        @Schema(description = "A model to go on from, in place of network.") @Valid @Nullable
        StartingPoint from,

        @Valid @Nullable NetworkRequest network,
        @Valid @Nullable TrainingRequest training,
        @Valid @Nullable Expectation expect) {

    static final String DEFAULT_NAME = "default";

    /** Nothing said: the course's example. */
    public static final TrainRequest EMPTY =
            new TrainRequest(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * This request with everything said.
     *
     * @param start the model that {@link #from} names, or null where it names none
     * @param source the data set that {@link #dataset} names, or null where it names none
     * @param data the rows, as {@link #data(Model)} or {@code source} has them
     */
    public Recipe recipe(@Nullable Model start, @Nullable DatasetSource source, TrainingData data) {
        int outputs = outputs(start, data);
        boolean own = inputs != null && answers != null;
        boolean course = source == null && !own;
        boolean courseTest = course && testInputs == null;
        TrainingSettings settings = settings(data.rows(), outputs, start);
        return new Recipe(
                name != null ? name : defaultName(start, source, course),
                course ? CourseExample.inputs() : inputs,
                source != null ? null : data.answers(),
                courseTest ? CourseExample.testInputs() : testInputs,
                source != null ? null : data.testAnswers(),
                source,
                settings.iterationsAnEpoch(data.rows()),
                start == null ? null : start.ref(),
                start == null
                        ? architecture(data.inputs().columns(), outputs)
                        : start.network().architecture(),
                networkOrDefault().initializer() != null
                        ? networkOrDefault().initializer()
                        : presetOrCourse().defaults.initializer(),
                networkOrDefault().initialWeights(),
                settings,
                expect,
                said(data));
    }

    private static String defaultName(@Nullable Model start, @Nullable DatasetSource source, boolean course) {
        if (source == null && course) {
            return CourseExample.NAME;
        }
        String other =
                source != null ? source.name() : start != null ? start.ref().name() : DEFAULT_NAME;
        // Earlier versions let data sets and models have names that no path can bear.
        return PlainName.fits(other) ? other : DEFAULT_NAME;
    }

    private Said said(TrainingData data) {
        List<String> fields = new ArrayList<>(networkOrDefault().said());
        fields.addAll(training == null ? List.of() : training.said());
        boolean numbers =
                answers != null && answers.labels() == null && data.answers().labels() != null;
        return new Said(fields, from != null, numbers);
    }

    /**
     * The rows of a request that names no data set: its own, or the course's. Whole numbers are class labels to a
     * classifier, as they are in a file.
     *
     * @param start the model that {@link #from} names, or null where it names none
     */
    public TrainingData data(@Nullable Model start) {
        if (inputs != null && answers != null) {
            boolean labels = preset == Preset.CLASSIFIER
                    && (start == null
                            ? answers.couldBeLabels()
                            : start.definition().encoding().classes() != null);
            return labels
                    ? TrainingData.of(
                            inputs, answers.asLabels(), testInputs, testAnswers == null ? null : testAnswers.asLabels())
                    : TrainingData.of(inputs, answers, testInputs, testAnswers);
        }
        return testInputs == null
                ? TrainingData.COURSE
                : TrainingData.of(CourseExample.inputs(), CourseExample.answers(), testInputs, testAnswers);
    }

    private static int outputs(@Nullable Model start, TrainingData data) {
        Classes classes = data.classes(start);
        return classes != null && data.answers().labels() != null
                ? classes.labels().size()
                : data.answers().numbers().columns();
    }

    /** The network for rows of {@code columns} numbers and answers of {@code outputs}, where none is gone on from. */
    Architecture architecture(int columns, int outputs) {
        return networkOrDefault().architecture(presetOrCourse(), columns, outputs);
    }

    private TrainingSettings settings(int rows, int outputs, @Nullable Model start) {
        TrainingRequest said = training != null ? training : TrainingRequest.EMPTY;
        Encoding encoding = start == null ? null : start.definition().encoding();
        return new SettingsResolver(said, presetOrCourse(), rows, outputs, encoding).settings();
    }

    Preset presetOrCourse() {
        return preset != null ? preset : Preset.COURSE;
    }

    private NetworkRequest networkOrDefault() {
        return network != null ? network : NetworkRequest.EMPTY;
    }
}
