package dev.feedforward.error;

/**
 * One thing that is wrong with a JSON body.
 *
 * @param pointer where, as a JSON pointer in a URI fragment (RFC 6901, section 6): {@code #/training/learningRate}
 * @param detail what is wrong there, with the actual value
 */
public record Fault(String pointer, String detail) {}
