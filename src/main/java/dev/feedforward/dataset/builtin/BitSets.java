package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.Rows;
import java.util.List;
import java.util.function.IntPredicate;

/** The course's example, and rules of logic with all of their patterns. None of them takes a parameter. */
final class BitSets {

    private BitSets() {}

    static List<BuiltInSet> all() {
        return List.of(
                course(),
                rule(
                        "and",
                        2,
                        ones -> ones == 2,
                        "1 where both bits are 1. One straight line parts the pattern 11 from the others, so a network"
                                + " without a hidden layer learns it; it needs a bias."),
                rule(
                        "or",
                        2,
                        ones -> ones > 0,
                        "1 where a bit is 1, or both. One straight line parts the pattern 00 from the others, so a"
                                + " network without a hidden layer learns it; it needs a bias, since 00 gives a network"
                                + " without one nothing to work with."),
                rule(
                        "xor",
                        2,
                        ones -> ones == 1,
                        "1 where the two bits differ. No straight line parts the two answers, so a network without a"
                                + " hidden layer cannot learn it; one hidden layer of 2 neurons with biases can, and 4"
                                + " find it with almost any first weights."),
                rule(
                        "majority",
                        3,
                        ones -> ones >= 2,
                        "1 where two of the three bits are 1, or all. Every bit has one vote, and a neuron that weighs"
                                + " them alike counts them: a network without a hidden layer learns it, with a bias."),
                rule(
                        "parity-4",
                        4,
                        ones -> ones % 2 == 1,
                        "1 where the number of ones among the four bits is odd, all 16 patterns. Xor with more bits:"
                                + " turning any bit turns the answer, so no bit says anything by itself. It takes a hidden"
                                + " layer; 4 neurons can do it, 8 or more find it more surely."));
    }

    private static BuiltInSet course() {
        return new BuiltInSet(
                CourseExample.NAME,
                "The course's example: 1 where the second and the third bit are 1, five rows to learn from and four to"
                        + " test with. One hidden layer of 4 sigmoid neurons without biases answers all nine rightly. No"
                        + " row to learn from tells the rule from \"the second bit is 1\", so on the patterns that are in"
                        + " neither it makes mistakes.",
                SetLayout.bits(4),
                new BuiltInSet.Size(9, 4),
                List.of(),
                settings -> new Generated(
                        new AnsweredRows(CourseExample.inputs().matrix(), CourseExample.answers()),
                        new AnsweredRows(CourseExample.testInputs().matrix(), CourseExample.testAnswers())));
    }

    /** @param rule the answer by the number of ones */
    private static BuiltInSet rule(String name, int bits, IntPredicate rule, String description) {
        return new BuiltInSet(
                name,
                description,
                SetLayout.bits(bits),
                new BuiltInSet.Size(1 << bits, 0),
                List.of(),
                settings -> new Generated(table(bits, rule), null));
    }

    /** Every pattern, in binary order, the first bit the highest. */
    private static AnsweredRows table(int bits, IntPredicate rule) {
        double[][] inputs = new double[1 << bits][bits];
        double[][] answers = new double[1 << bits][1];
        for (int pattern = 0; pattern < inputs.length; pattern++) {
            for (int bit = 0; bit < bits; bit++) {
                inputs[pattern][bit] = pattern >> (bits - 1 - bit) & 1;
            }
            answers[pattern][0] = rule.test(Integer.bitCount(pattern)) ? 1.0 : 0.0;
        }
        return new AnsweredRows(Rows.of(inputs).matrix(), Answers.of(answers));
    }
}
