/** Uploaded data sets in the database. */
@NullMarked
package dev.feedforward.dataset.store;

import org.jspecify.annotations.NullMarked;
