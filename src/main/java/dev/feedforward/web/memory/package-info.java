/** Has the memory counted that requests take. */
@NullMarked
package dev.feedforward.web.memory;

import org.jspecify.annotations.NullMarked;
