package dev.feedforward.caching;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a call that its answer depends on nothing but its parameters and what {@link Origins} finds by them, so that
 * it has a tag (ETag), by which whoever has it already is told so before anything is computed.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lasting {}
