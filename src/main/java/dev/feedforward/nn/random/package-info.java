/** Random numbers, the same on every platform. */
@NullMarked
package dev.feedforward.nn.random;

import org.jspecify.annotations.NullMarked;
