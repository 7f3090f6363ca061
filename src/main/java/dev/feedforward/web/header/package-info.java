/** Headers that keep a browser from doing more with an answer than it should. */
@NullMarked
package dev.feedforward.web.header;

import org.jspecify.annotations.NullMarked;
