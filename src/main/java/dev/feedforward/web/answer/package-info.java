/** Answers that are no plain JSON: plots, and events as they happen. */
@NullMarked
package dev.feedforward.web.answer;

import org.jspecify.annotations.NullMarked;
