/** What all HTTP calls share, with a room for each concern. */
@NullMarked
package dev.feedforward.web;

import org.jspecify.annotations.NullMarked;
