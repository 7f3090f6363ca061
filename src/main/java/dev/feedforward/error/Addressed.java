package dev.feedforward.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record's text that is told to callers, in which {@value #SERVICE} stands for the service's address. So a line to
 * type is written {@code curl {service}/jobs/7}, be it in a {@link ServiceException}, a {@link ProblemType}, a stored
 * warning or a description for the OpenAPI document: each caller is answered the address that the call itself was made
 * to, such as {@code http://localhost:8080} or {@code https://nets.example}. Texts name no other address.
 * {@value #CALL} stands for the line that makes the call which is answered, with a body that it takes.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Addressed {

    /** Stands for scheme, host and port, without a slash at the end. */
    String SERVICE = "{service}";

    /**
     * Stands for a line such as {@code curl --json '{"inputs": [[0,1,1,0]]}' {service}/predict}, of the call that is
     * answered.
     */
    String CALL = "{call}";
}
