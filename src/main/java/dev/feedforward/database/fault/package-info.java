/** What may befall a database, and how it is told. */
@NullMarked
package dev.feedforward.database.fault;

import org.jspecify.annotations.NullMarked;
