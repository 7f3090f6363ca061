/** What a job trains, as it is stored, and the rows and the memory that this takes. */
@NullMarked
package dev.feedforward.training.recipe;

import org.jspecify.annotations.NullMarked;
