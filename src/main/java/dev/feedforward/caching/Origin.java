package dev.feedforward.caching;

/**
 * What an answer is made of.
 *
 * @param identity tells it from everything else that the same parameters may mean at another time
 * @param fixed whether the parameters never mean anything else
 */
public record Origin(String identity, boolean fixed) {}
