/** What is stored, as JSON with checksums, in the embedded database or in PostgreSQL. */
@NullMarked
package dev.feedforward.database;

import org.jspecify.annotations.NullMarked;
