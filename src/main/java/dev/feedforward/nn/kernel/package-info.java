/** Matrix products and element-wise functions over {@code double[]}, summed in one fixed order. */
@NullMarked
package dev.feedforward.nn.kernel;

import org.jspecify.annotations.NullMarked;
