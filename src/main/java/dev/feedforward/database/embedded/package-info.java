/** The embedded database: its directory, its file and its copies. */
@NullMarked
package dev.feedforward.database.embedded;

import org.jspecify.annotations.NullMarked;
