/** A training job, its row in the database, and how its status changes. */
@NullMarked
package dev.feedforward.training.job;

import org.jspecify.annotations.NullMarked;
