/** Trained networks: kept under a name in numbered versions, looked at and asked. */
@NullMarked
package dev.feedforward.model;

import org.jspecify.annotations.NullMarked;
