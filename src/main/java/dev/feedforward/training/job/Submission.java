package dev.feedforward.training.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a job, and as which request.
 *
 * @param client takes turns with the other clients: an address
 * @param idempotencyKey the same for every try of the same request; null for none
 * @param bodyDigest SHA-256 of the request's body, which goes with the key; empty for no body
 * @param at when
 */
public record Submission(String client, @Nullable String idempotencyKey, String bodyDigest, Instant at) {}
