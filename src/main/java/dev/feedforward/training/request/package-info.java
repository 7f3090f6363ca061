/** What a caller may say about a training, checked and made the recipe of a job. */
@NullMarked
package dev.feedforward.training.request;

import org.jspecify.annotations.NullMarked;
