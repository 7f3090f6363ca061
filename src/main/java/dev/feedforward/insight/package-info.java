/** Looks inside trained models: what they answer where, and why. */
@NullMarked
package dev.feedforward.insight;

import org.jspecify.annotations.NullMarked;
