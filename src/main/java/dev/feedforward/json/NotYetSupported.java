package dev.feedforward.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names fields that the contract knows and the annotated request does not take yet; sending one is a fault saying so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotYetSupported {

    /** The fields' names in JSON. */
    String[] value();
}
