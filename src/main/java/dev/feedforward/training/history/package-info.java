/** Cost histories: recorded while a network trains, kept in the database. */
@NullMarked
package dev.feedforward.training.history;

import org.jspecify.annotations.NullMarked;
