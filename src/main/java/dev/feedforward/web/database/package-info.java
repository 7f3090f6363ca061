/** How long requests may wait for the database. */
@NullMarked
package dev.feedforward.web.database;

import org.jspecify.annotations.NullMarked;
