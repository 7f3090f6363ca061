package dev.feedforward.caching;

import java.util.Map;
import java.util.Optional;

/** Finds what an answer is made of. */
@FunctionalInterface
public interface Origins {

    /**
     * What the answer to a call is made of; empty if there is no such thing, or it changes while it is looked at.
     *
     * @param said the call's parameters, of its path and its query
     */
    Optional<Origin> of(Map<String, String> said);
}
