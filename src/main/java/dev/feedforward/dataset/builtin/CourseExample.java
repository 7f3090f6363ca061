package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;

/**
 * The rows of the course's example: the answer is 1 where the second and the third bit are 1.
 *
 * <p>No training row has a 1 in the second place without one in the third, so a network trained on them learns "the
 * second bit is 1" as well as it would learn the rule.
 */
public final class CourseExample {

    /** The name of the model that is trained on them. */
    public static final String NAME = "course";

    private CourseExample() {}

    public static Rows inputs() {
        return Rows.of(bits(0, 0, 0, 1), bits(0, 0, 1, 1), bits(0, 1, 1, 1), bits(1, 0, 1, 0), bits(1, 1, 1, 1));
    }

    public static Answers answers() {
        return Answers.of(bits(0), bits(0), bits(1), bits(0), bits(1));
    }

    public static Rows testInputs() {
        return Rows.of(bits(1, 1, 1, 0), bits(0, 1, 1, 0), bits(0, 0, 1, 0), bits(1, 0, 0, 0));
    }

    public static Answers testAnswers() {
        return Answers.of(bits(1), bits(1), bits(0), bits(0));
    }

    private static double[] bits(double... bits) {
        return bits;
    }
}
