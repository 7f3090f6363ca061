package dev.feedforward.training.recipe;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.diagnosis.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything said: what a job stores, so that it means the same after a restart and in every later
 * version.
 *
 * @param inputs rows to train on; null where a data set has them
 * @param answers null as well then
 * @param testInputs rows to test with, or null
 * @param testAnswers null as well then, and where nobody says what the test rows should be answered
 * @param dataset where the rows are, or null where they are here
 * @param iterationsAnEpoch iterations that are one pass over the training rows
 * @param from the model to go on from, or null
 * @param initialWeights the first weights, a layer each, in place of the initializer's; or null
 * @param expect what the trained network must reach, or null
 * @param said the part of the request by which warnings tell what to change; null in recipes of earlier versions
 */
public record Recipe(
        String name,
        @Nullable Rows inputs,
        @Nullable Answers answers,
        @Nullable Rows testInputs,
        @Nullable Answers testAnswers,
        @Nullable DatasetSource dataset,
        long iterationsAnEpoch,
        @Nullable ModelRef from,
        Architecture architecture,
        Initializer initializer,
        @Nullable List<LayerWeights> initialWeights,
        TrainingSettings settings,
        @Nullable Expectation expect,
        @Nullable Said said) {

    /** The rows of {@code data}, in the units in which they were given, with those for validation set aside. */
    public TrainingRows rows(TrainingData data, @Nullable Classes classes) {
        return TrainingRows.of(data.training(classes), data.test(classes))
                .withUnanswered(data.unanswered())
                .withValidation(settings.validationFraction(), settings.seed());
    }

    /** How rows are encoded: as the model to go on from has it, or else fitted on the rows that are learned from. */
    Encoding encoding(@Nullable Model start, Samples learned, TrainingData data) {
        return start != null
                ? start.definition().encoding()
                : Encoding.fit(learned, data.classes(null), settings.standardizeInputs(), settings.standardizeAnswers())
                        .of(data.columns());
    }

    /** The same with other settings. */
    public Recipe with(TrainingSettings newSettings) {
        return new Recipe(
                name,
                inputs,
                answers,
                testInputs,
                testAnswers,
                dataset,
                iterationsAnEpoch,
                from,
                architecture,
                initializer,
                initialWeights,
                newSettings,
                expect,
                said);
    }

    /** The uploaded data set that has the rows; null where they are here, or in a built-in one. */
    @Nullable
    public Long datasetId() {
        return dataset == null ? null : dataset.id();
    }

    /** The network as it is before training, with parameters of its own. */
    public Network network(@Nullable Model start) {
        if (start == null && initialWeights == null) {
            return Network.initialized(architecture, initializer, settings.seed());
        }
        Parameters parameters = new Parameters(architecture);
        if (start != null) {
            parameters.copyFrom(start.network().parameters());
        }
        for (int l = 0; initialWeights != null && l < initialWeights.size(); l++) {
            initialWeights.get(l).copyTo(parameters, l);
        }
        return new Network(architecture, parameters);
    }
}
