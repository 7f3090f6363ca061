package dev.feedforward.computing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a call whether it computes, and so takes a turn before its body and parameters are read. Every call says it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Computing {

    When value();

    /** When a call takes a turn. */
    enum When {
        ALWAYS,
        /** Where {@code iteration} is asked for, which is found by training again up to there. */
        OF_THE_PAST,
        /** Where its body has more than 64 kB, or does not tell its length. */
        OF_LARGE_BODIES,
        /** Where the call itself takes one, once it knows how much it is: {@link Turns#takeFor}. */
        BY_SIZE,
        NEVER
    }
}
