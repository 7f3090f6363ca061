/** What a network answers all over its inputs, and what each input does to it. */
@NullMarked
package dev.feedforward.insight.answers;

import org.jspecify.annotations.NullMarked;
