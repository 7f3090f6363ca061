package dev.feedforward.training.diagnosis;

import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.settings.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds learning rates that drive weights too far to come back. */
final class LearningRates {

    /** Beyond so many times the usual, a rate is what a training that stands still suffers from. */
    private static final double MANY_TIMES = 5.0;

    /** Beyond so many times the usual, it is whatever else is to be seen. */
    private static final double FAR_TOO_MANY_TIMES = 50.0;

    /** So much of the variance explained is learned, whatever the rate. */
    private static final double GOOD_R2 = 0.95;

    private LearningRates() {}

    /**
     * Looks at the rate of a network that has not learned.
     *
     * @param figures of the trained network
     * @param stuck whether it stands still: its cost, or neurons that are at their limits or silent
     */
    static Optional<Warning> find(Setup setup, Figures figures, boolean stuck) {
        TrainingSettings settings = setup.settings();
        double usual = setup.settings().optimizer().name().usualLearningRate(setup.architecture());
        Double r2 = figures.metrics().r2();
        if ((r2 != null && r2 >= GOOD_R2)
                || settings.learningRate() <= (stuck ? MANY_TIMES : FAR_TOO_MANY_TIMES) * usual) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "learning_rate_too_high",
                ("The learning rate %s is %s times what %s usually takes here, about %s: the first corrections drive the"
                                + " weights so far that hardly any learning follows.")
                        .formatted(
                                Wording.number(settings.learningRate()),
                                Wording.number(settings.learningRate() / usual),
                                Wording.name(settings.optimizer().name()),
                                Wording.number(usual)),
                "Set training.learningRate to %s, or lower.".formatted(Wording.number(usual)),
                setup.change(changes(setup, usual, figures.accuracy() == null))));
    }

    /** A lower rate; where outputs have no limits it depends on the answers' unit, so these are brought to one. */
    private static Map<String, Object> changes(Setup setup, double rate, boolean numbers) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("training.learningRate", rate);
        boolean unbounded = setup.output().range().lowest() == Double.NEGATIVE_INFINITY;
        if (!setup.continues() && numbers && unbounded && !setup.settings().standardizeAnswers()) {
            changes.put("training.standardizeAnswers", true);
        }
        return changes;
    }
}
