/** Goes through everything that is stored, and says what is no longer what was stored. */
@NullMarked
package dev.feedforward.database.verification;

import org.jspecify.annotations.NullMarked;
