/** Tables of numbers as pictures: bars, counts, heat maps and sheets of small images. */
@NullMarked
package dev.feedforward.plot.sheet;

import org.jspecify.annotations.NullMarked;
