/** The embedded database that the service keeps everything in, unless it is told of a PostgreSQL. */
@NullMarked
package dev.feedforward.database;

import org.jspecify.annotations.NullMarked;
