package dev.feedforward.dataset.builtin;

/**
 * What a built-in data set is generated with; 0 where it does not take a parameter.
 *
 * @param noise in percent
 * @param samples rows, those for testing included
 */
record SetSettings(int noise, int samples, long seed) {}
