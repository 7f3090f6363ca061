/** The data sets that the service brings along, drawn when they are asked for. */
@NullMarked
package dev.feedforward.dataset.builtin;

import org.jspecify.annotations.NullMarked;
