/** Data sets over HTTP: uploaded, listed, looked at and deleted. */
@NullMarked
package dev.feedforward.dataset;

import org.jspecify.annotations.NullMarked;
