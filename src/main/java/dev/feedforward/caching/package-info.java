/** Answers that callers may keep, as they are made of a model that never changes. */
@NullMarked
package dev.feedforward.caching;

import org.jspecify.annotations.NullMarked;
