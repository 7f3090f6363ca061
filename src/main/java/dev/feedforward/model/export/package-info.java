/** Models written as programs. */
@NullMarked
package dev.feedforward.model.export;

import org.jspecify.annotations.NullMarked;
