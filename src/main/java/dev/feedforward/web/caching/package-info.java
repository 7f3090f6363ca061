/** Tags answers that last, and tells callers who have them already so. */
@NullMarked
package dev.feedforward.web.caching;

import org.jspecify.annotations.NullMarked;
