/** The OpenAPI document: what it says of the calls, beyond what the generator sees in their signatures. */
@NullMarked
package dev.feedforward.web.openapi;

import org.jspecify.annotations.NullMarked;
