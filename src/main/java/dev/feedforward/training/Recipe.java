package dev.feedforward.training;

import dev.feedforward.dataset.Answers;
import dev.feedforward.dataset.Classes;
import dev.feedforward.dataset.Rows;
import dev.feedforward.model.Accuracy;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Samples;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything said: what a job stores, so that it means the same after a restart and in every later
 * version.
 *
 * @param testInputs rows that are only tested with, or null
 * @param testAnswers null as well then
 * @param expect what the trained network must reach, or null
 */
record Recipe(
        String name,
        Rows inputs,
        Answers answers,
        @Nullable Rows testInputs,
        @Nullable Answers testAnswers,
        Architecture architecture,
        TrainingSettings settings,
        @Nullable Expectation expect) {

    /** The classes that the answers name, or null where they are numbers. */
    @Nullable
    Classes classes() {
        return answers.classes();
    }

    /** The rows to train on. */
    Samples training() {
        return new Samples(inputs.matrix(), answers.encode(classes()));
    }

    /** The rows to test with, or null for none. */
    @Nullable
    Samples test() {
        return testInputs == null || testAnswers == null
                ? null
                : new Samples(testInputs.matrix(), testAnswers.encode(classes()));
    }

    /** Whether answers can be right or wrong, rather than near or far. */
    boolean isAccuracyDefined() {
        return Accuracy.isDefined(architecture, classes(), answers.numbers());
    }
}
