/** Who asks, as all who count what one client has count it. */
@NullMarked
package dev.feedforward.client;

import org.jspecify.annotations.NullMarked;
