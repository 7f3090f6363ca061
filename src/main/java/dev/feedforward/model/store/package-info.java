/** Models in the database and in memory, and what they are made of. */
@NullMarked
package dev.feedforward.model.store;

import org.jspecify.annotations.NullMarked;
