package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;

/**
 * How well a network answers a number of rows.
 *
 * @param outputs rows × outputs: what it answers
 * @param cost the mean absolute error
 * @param loss the objective that gradient descent minimises
 */
public record Evaluation(Matrix outputs, double cost, double loss) {}
