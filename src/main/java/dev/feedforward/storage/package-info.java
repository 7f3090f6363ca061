/** How much is stored, whether there is room for more, and giving back to the disk what has been deleted. */
@NullMarked
package dev.feedforward.storage;

import org.jspecify.annotations.NullMarked;
