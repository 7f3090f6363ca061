/** What can go wrong, told so that the caller knows what to do about it; knows neither HTTP types nor Spring. */
@NullMarked
package dev.feedforward.error;

import org.jspecify.annotations.NullMarked;
