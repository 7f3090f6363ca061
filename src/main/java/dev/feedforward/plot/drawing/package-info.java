/** What the pictures are drawn with: a page, axes, scales and colours. */
@NullMarked
package dev.feedforward.plot.drawing;

import org.jspecify.annotations.NullMarked;
