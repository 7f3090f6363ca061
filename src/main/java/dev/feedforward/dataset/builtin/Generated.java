package dev.feedforward.dataset.builtin;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a built-in data set.
 *
 * @param training the rows to learn from
 * @param test rows to test with, or null where the set has none
 */
public record Generated(AnsweredRows training, @Nullable AnsweredRows test) {}
