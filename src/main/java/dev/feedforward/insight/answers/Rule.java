package dev.feedforward.insight.answers;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;

/**
 * A rule over bit patterns: the answer is 1 for the patterns that match it, else 0.
 *
 * @param pattern a character a bit: 1, 0, or . for either
 */
record Rule(String pattern) {

    /**
     * A rule for patterns of {@code bits} bits.
     *
     * @throws ServiceException if {@code pattern} is none
     */
    static Rule of(String pattern, int bits) {
        if (pattern.length() != bits || !pattern.chars().allMatch(c -> c == '0' || c == '1' || c == '.')) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "rule=%s is not a rule over %d bits.".formatted(pattern, bits),
                    "Give %d characters, each 1, 0, or . for either, as in rule=%s".formatted(bits, example(bits)));
        }
        return new Rule(pattern);
    }

    /** What the rule answers to {@code bits}: 1 where they match, else 0. */
    int answer(String bits) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '.' && pattern.charAt(i) != bits.charAt(i)) {
                return 0;
            }
        }
        return 1;
    }

    private static String example(int bits) {
        return bits == 4 ? ".11." : "1" + ".".repeat(bits - 1);
    }
}
