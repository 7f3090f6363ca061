/** Memory that is reserved before it is used, so that what does not fit waits or is refused. */
@NullMarked
package dev.feedforward.memory;

import org.jspecify.annotations.NullMarked;
