/** The page, driven in a real browser. */
@NullMarked
package dev.feedforward.page;

import org.jspecify.annotations.NullMarked;
