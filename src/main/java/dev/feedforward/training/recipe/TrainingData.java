package dev.feedforward.training.recipe;

import dev.feedforward.dataset.builtin.CourseExample;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request, wherever they come from.
 *
 * @param inputs rows to train on × inputs of the network
 * @param answers one a row
 * @param testInputs rows to test with, or null
 * @param testAnswers null as well then, and where nobody says what the test rows should be answered
 * @param columns what the inputs mean, or null where the rows came without names
 * @param warnings of the data set that they are from
 * @param bytes that the rows take as they are
 */
public record TrainingData(
        RowSource inputs,
        Answers answers,
        @Nullable RowSource testInputs,
        @Nullable Answers testAnswers,
        @Nullable InputColumns columns,
        List<DataWarning> warnings,
        long bytes) {

    /** The rows of the course's example. */
    public static final TrainingData COURSE = of(
            CourseExample.inputs(), CourseExample.answers(), CourseExample.testInputs(), CourseExample.testAnswers());

    /** Rows that came with a request. */
    public static TrainingData of(
            Rows inputs, Answers answers, @Nullable Rows testInputs, @Nullable Answers testAnswers) {
        return new TrainingData(
                inputs.matrix(),
                answers,
                testInputs == null ? null : testInputs.matrix(),
                testAnswers,
                null,
                List.of(),
                RowsSize.bytes(inputs.matrix().rows(), inputs.matrix().columns())
                        + (testInputs == null
                                ? 0
                                : RowsSize.bytes(
                                        testInputs.matrix().rows(),
                                        testInputs.matrix().columns())));
    }

    /** How much its rows are. */
    public RowsSize size() {
        long all = (long) rows() + (testInputs == null ? 0 : testInputs.rows());
        return new RowsSize(all, bytes, inputs instanceof Matrix);
    }

    /** How many rows there are to train on. */
    public int rows() {
        return inputs.rows();
    }

    /**
     * The classes that the answers name, or null where they are numbers.
     *
     * @param start the model to go on from, which knows the classes already; or null
     */
    @Nullable
    public Classes classes(@Nullable Model start) {
        return start == null ? answers.classes() : start.definition().encoding().classes();
    }

    /** The rows to train on, their labels as numbers. */
    public Samples training(@Nullable Classes classes) {
        return new Samples(inputs, answers.encode(classes));
    }

    /** The rows to test with, their labels as numbers; or null where there are none with answers. */
    @Nullable
    Samples test(@Nullable Classes classes) {
        return testInputs == null || testAnswers == null ? null : new Samples(testInputs, testAnswers.encode(classes));
    }

    /** The test rows where they have no answers; else null. */
    @Nullable
    RowSource unanswered() {
        return testAnswers == null ? testInputs : null;
    }
}
