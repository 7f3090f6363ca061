/** Rows of inputs and answers in JSON. */
@NullMarked
package dev.feedforward.dataset.rows;

import org.jspecify.annotations.NullMarked;
