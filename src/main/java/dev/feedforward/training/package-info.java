/** Training jobs: asked for, queued, run, watched and remembered. */
@NullMarked
package dev.feedforward.training;

import org.jspecify.annotations.NullMarked;
