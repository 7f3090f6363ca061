package dev.feedforward.training;

import dev.feedforward.dataset.Answers;
import dev.feedforward.dataset.Classes;
import dev.feedforward.dataset.Encoding;
import dev.feedforward.dataset.Rows;
import dev.feedforward.model.Model;
import dev.feedforward.model.ModelRef;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything said: what a job stores, so that it means the same after a restart and in every later
 * version.
 *
 * @param testInputs rows that are only tested with, or null
 * @param testAnswers null as well then
 * @param from the model to go on from, or null
 * @param initialWeights the first weights, a layer each, in place of the initializer's; or null
 * @param expect what the trained network must reach, or null
 */
record Recipe(
        String name,
        Rows inputs,
        Answers answers,
        @Nullable Rows testInputs,
        @Nullable Answers testAnswers,
        @Nullable ModelRef from,
        Architecture architecture,
        Initializer initializer,
        @Nullable List<LayerWeights> initialWeights,
        TrainingSettings settings,
        @Nullable Expectation expect) {

    /**
     * The classes that the answers name, or null where they are numbers.
     *
     * @param start the model to go on from, which knows the classes already; or null
     */
    @Nullable
    Classes classes(@Nullable Model start) {
        return start == null ? answers.classes() : start.definition().encoding().classes();
    }

    /** The rows to train on, their labels as numbers. */
    Samples training(@Nullable Classes classes) {
        return new Samples(inputs.matrix(), answers.encode(classes));
    }

    /** The rows to test with, their labels as numbers; or null for none. */
    @Nullable
    Samples test(@Nullable Classes classes) {
        return testInputs == null || testAnswers == null
                ? null
                : new Samples(testInputs.matrix(), testAnswers.encode(classes));
    }

    /** Iterations that are one pass over the training rows. */
    long iterationsAnEpoch() {
        return settings.iterationsAnEpoch(inputs.matrix().rows());
    }

    /** How rows are encoded: as the model to go on from has it, or else fitted on the rows that are learned from. */
    Encoding encoding(@Nullable Model start, Samples learned, @Nullable Classes classes) {
        return start != null
                ? start.definition().encoding()
                : Encoding.fit(learned, classes, settings.standardizeInputs(), settings.standardizeAnswers());
    }

    /** The network as it is before training, with parameters of its own. */
    Network network(@Nullable Model start) {
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
