/** Requests that nobody would think of, drawn from the OpenAPI document, and what no answer to them may be. */
package dev.feedforward.generated;
