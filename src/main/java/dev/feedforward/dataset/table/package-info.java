/** Rows in memory, column by column in few bytes, and how they are split. */
@NullMarked
package dev.feedforward.dataset.table;

import org.jspecify.annotations.NullMarked;
