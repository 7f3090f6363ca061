/** Pictures of handwritten digits, drawn from strokes. */
@NullMarked
package dev.feedforward.dataset.digits;

import org.jspecify.annotations.NullMarked;
