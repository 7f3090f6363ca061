package dev.feedforward.json;

import dev.feedforward.error.Faults;

/**
 * Digest and faults of a request's body. A controller that asks for it, after its body, is handed the body with the
 * faults that are in it, and refuses them itself: it may know the body already, or find more faults to be told with
 * them.
 *
 * @param sha256 of the body's bytes, in hexadecimal, which tells one body from another; empty for no body
 * @param faults of the body so far
 */
public record BodyReading(String sha256, Faults faults) {

    /** Of a request without a body. */
    public static BodyReading ofNothing() {
        return new BodyReading("", new Faults());
    }
}
