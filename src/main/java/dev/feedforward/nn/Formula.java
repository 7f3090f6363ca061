package dev.feedforward.nn;

/**
 * A formula that a network computes by, as a person reads it.
 *
 * @param text in the usual signs
 * @param words what it does, a sentence
 */
public record Formula(String text, String words) {}
