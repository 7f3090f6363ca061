/** Places for computing, fewer than those for answering: who computes takes a turn, so that light calls find a core. */
@NullMarked
package dev.feedforward.computing;

import org.jspecify.annotations.NullMarked;
