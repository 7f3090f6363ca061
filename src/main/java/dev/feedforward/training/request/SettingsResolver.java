package dev.feedforward.training.request;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.settings.EarlyStoppingSettings;
import dev.feedforward.model.settings.ScheduleSettings;
import dev.feedforward.model.settings.TrainingSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a request leaves unsaid about the training: what the request says wins, else the preset.
 *
 * @param rows training rows, those to be set aside included
 * @param outputs of the network
 * @param encoding of the model to go on from, or null where there is none
 */
public record SettingsResolver(
        TrainingRequest said,
        Preset preset,
        int rows,
        int outputs,
        @Nullable Encoding encoding) {

    /** The most points that a cost history has. */
    static final long MAX_POINTS = 100_000;

    public TrainingSettings settings() {
        double validationFraction = or(said.validationFraction(), preset.validationFraction(rows));
        Integer batchSize = or(said.batchSize(), preset.batchSize);
        long iterations = iterations(validationFraction, batchSize);
        return new TrainingSettings(
                iterations,
                batchSize,
                or(said.shuffle(), batchSize != null && !preset.isCourse()),
                or(said.optimizer(), preset.optimizer).withDefaults(),
                or(said.learningRate(), preset.defaults.learningRate()),
                or(said.learningRateSchedule(), ScheduleSettings.CONSTANT),
                or(said.loss(), preset.loss(outputs)),
                or(said.l1(), 0.0),
                or(said.l2(), preset.l2()),
                said.gradientClipping(),
                validationFraction,
                earlyStopping(),
                said.stopAtCost(),
                said.maxSeconds(),
                encoding != null ? encoding.inputs() != null : or(said.standardizeInputs(), !preset.isCourse()),
                encoding != null
                        ? encoding.answers() != null
                        : or(said.standardizeAnswers(), preset == Preset.REGRESSOR),
                or(said.seed(), 1L),
                or(said.recordEvery(), Math.max(preset.recordEvery(iterations), leastRecordEvery(iterations))));
    }

    private long iterations(double validationFraction, @Nullable Integer batchSize) {
        long iterationsAnEpoch = TrainingSettings.iterationsAnEpoch(rows, validationFraction, batchSize);
        if (said.epochs() != null) {
            return said.epochs() * iterationsAnEpoch;
        }
        return or(said.iterations(), preset.iterations(iterationsAnEpoch));
    }

    private @Nullable EarlyStoppingSettings earlyStopping() {
        EarlyStoppingSettings rule = or(said.earlyStopping(), preset.earlyStopping(rows));
        return rule == null ? null : rule.withDefaults();
    }

    /** The fewest iterations between two points that keep a history of {@code iterations} within its bound. */
    static long leastRecordEvery(long iterations) {
        return (iterations + MAX_POINTS - 1) / MAX_POINTS;
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said != null ? said : otherwise;
    }

    @SuppressWarnings("NullableOptional") // Null is left out, empty is null said.
    private static <T> @Nullable T or(@Nullable Optional<T> said, @Nullable T otherwise) {
        return said != null ? said.orElse(null) : otherwise;
    }
}
