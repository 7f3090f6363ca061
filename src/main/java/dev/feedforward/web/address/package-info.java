/** The caller's own address in the lines to type that answers hold. */
@NullMarked
package dev.feedforward.web.address;

import org.jspecify.annotations.NullMarked;
