/** Problems as they are answered, whatever threw them. */
@NullMarked
package dev.feedforward.web.problem;

import org.jspecify.annotations.NullMarked;
