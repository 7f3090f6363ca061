/** JSON bodies of requests, read once and refused with all their faults. */
@NullMarked
package dev.feedforward.web.body;

import org.jspecify.annotations.NullMarked;
