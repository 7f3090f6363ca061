package dev.feedforward.web;

import dev.feedforward.Caller;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Starts the service with {@link SampleController} on a port of its own; one context serves all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"feedforward.data-dir=target/test-data/${random.uuid}", "feedforward.limits.body=100KB"})
@Import({SampleController.class, Sample.OneLength.class, Caller.class})
public @interface ServiceTest {}
