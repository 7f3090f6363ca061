/** Who may call the service: its own hosts, no other web site, no network that nobody asked for. */
@NullMarked
package dev.feedforward.web.security;

import org.jspecify.annotations.NullMarked;
