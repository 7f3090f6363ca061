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
     * Runs even where binding found faults, so that all are told at once: a component whose value could not be read is
     * then null (0 or false where primitive), and a fault noted at or below its pointer is dropped.
     */
    void check(T body, Faults faults);
}
