/** How JSON is read and written: bodies with all their faults noted, enums in lower case, finite numbers only. */
@NullMarked
package dev.feedforward.json;

import org.jspecify.annotations.NullMarked;
