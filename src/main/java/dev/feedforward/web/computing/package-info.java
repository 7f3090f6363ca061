/** Gives the calls that compute their turns. */
@NullMarked
package dev.feedforward.web.computing;

import org.jspecify.annotations.NullMarked;
