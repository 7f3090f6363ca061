/** A database server: its connections, and how long anyone waits for them. */
@NullMarked
package dev.feedforward.database.server;

import org.jspecify.annotations.NullMarked;
