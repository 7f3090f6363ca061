/** Answers that go on: what feeds them meets what carries them, and neither knows the other. */
@NullMarked
package dev.feedforward.stream;

import org.jspecify.annotations.NullMarked;
