/**
 * Connections of callers: how many there may be, how long the service waits for what they send and take, and who is
 * given up for whom.
 */
@NullMarked
package dev.feedforward.web.connection;

import org.jspecify.annotations.NullMarked;
