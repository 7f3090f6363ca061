/** Rows to train on, to test with and to ask about: how they are read, checked and encoded as numbers. */
@NullMarked
package dev.feedforward.dataset;

import org.jspecify.annotations.NullMarked;
