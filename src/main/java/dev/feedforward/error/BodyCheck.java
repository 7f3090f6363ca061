package dev.feedforward.error;

/**
 * Checks what one kind of JSON body says across its fields. A Spring bean of a class that names its {@code T} is found
 * and run after every binding of a body of that type.
 *
 * @param <T> the type of the body
 */
@FunctionalInterface
public interface BodyCheck<T> {

    /**
     * Runs even where the body is at fault already, so that all faults are told at once. A component whose value could
     * not be read is then null (0 or false where primitive).
     *
     * @param faults what is wrong already, to which the check adds; it asks them which components it can rely on
     */
    void check(T body, Faults faults);
}
