/** From a file's bytes to the texts of its cells, CSV or JSON. */
@NullMarked
package dev.feedforward.dataset.file;

import org.jspecify.annotations.NullMarked;
