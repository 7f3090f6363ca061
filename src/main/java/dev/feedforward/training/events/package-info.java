/** What happens to jobs, sent to those who watch as it happens. */
@NullMarked
package dev.feedforward.training.events;

import org.jspecify.annotations.NullMarked;
