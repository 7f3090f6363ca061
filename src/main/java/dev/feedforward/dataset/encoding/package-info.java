/** Fits rows for a network: standardised numbers, one-hot categories and classes. */
@NullMarked
package dev.feedforward.dataset.encoding;

import org.jspecify.annotations.NullMarked;
