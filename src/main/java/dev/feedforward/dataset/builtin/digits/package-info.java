/** Pictures of handwritten digits, drawn from strokes. */
@NullMarked
package dev.feedforward.dataset.builtin.digits;

import org.jspecify.annotations.NullMarked;
