/** Names: which are allowed, which are meant, and what other libraries call them. */
@NullMarked
package dev.feedforward.json.name;

import org.jspecify.annotations.NullMarked;
