/** What earlier versions of the service have stored, and that it is still read. */
@NullMarked
package dev.feedforward.stored;

import org.jspecify.annotations.NullMarked;
