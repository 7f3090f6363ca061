/** Parameters of URLs, of which each is known or refused. */
@NullMarked
package dev.feedforward.web.query;

import org.jspecify.annotations.NullMarked;
