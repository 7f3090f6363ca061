/** What is deleted by itself: old jobs, versions of models and data sets, as far as the settings say so. */
@NullMarked
package dev.feedforward.retention;

import org.jspecify.annotations.NullMarked;
