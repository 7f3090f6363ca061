/** Judges trained models by rows whose answers are known. */
@NullMarked
package dev.feedforward.evaluation;

import org.jspecify.annotations.NullMarked;
