/** What diverged, and which change of its recipe would have held. */
@NullMarked
package dev.feedforward.training.remedy;

import org.jspecify.annotations.NullMarked;
