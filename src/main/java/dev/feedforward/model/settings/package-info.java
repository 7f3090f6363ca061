/** How a network is trained, with everything said, as it is stored. */
@NullMarked
package dev.feedforward.model.settings;

import org.jspecify.annotations.NullMarked;
