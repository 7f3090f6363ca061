/**
 * What all HTTP calls share: problem details for every failure, bodies and their limit, the formats of plots, and who
 * may call from where.
 */
@NullMarked
package dev.feedforward.web;

import org.jspecify.annotations.NullMarked;
