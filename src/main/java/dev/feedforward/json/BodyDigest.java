package dev.feedforward.json;

/**
 * What tells one request body from another.
 *
 * @param sha256 of its bytes, in hexadecimal; empty for no body
 */
public record BodyDigest(String sha256) {

    /** Of a request without a body. */
    public static final BodyDigest NONE = new BodyDigest("");
}
