/** Connections of callers: how many there may be, how long they may take, and which is given up for another. */
@NullMarked
package dev.feedforward.web.connection;

import org.jspecify.annotations.NullMarked;
