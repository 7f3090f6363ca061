package dev.feedforward.dataset;

/** The size in pixels of the picture that a row of inputs is, row by row. */
public record ImageSize(int width, int height) {}
