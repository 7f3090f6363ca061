/** From the texts of a file to the stored rows of a data set: what its columns are, and what is odd about them. */
@NullMarked
package dev.feedforward.dataset.upload;

import org.jspecify.annotations.NullMarked;
