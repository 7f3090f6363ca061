/** Models over HTTP: listed, looked at, asked and deleted. */
@NullMarked
package dev.feedforward.model;

import org.jspecify.annotations.NullMarked;
