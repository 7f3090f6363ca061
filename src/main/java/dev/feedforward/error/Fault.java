package dev.feedforward.error;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer where: in a JSON body as a JSON pointer in a URI fragment (RFC 6901, section 6),
 *     {@code #/training/learningRate}; in a file {@code line 7, column "petal length"}
 * @param detail what is wrong there, with the actual value
 */
public record Fault(String pointer, @Addressed String detail) {}
