package dev.feedforward.page;

import dev.feedforward.FeedforwardTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the service as {@link FeedforwardTest} does, and a browser. Tests take the {@link Page} as a parameter; it is
 * opened anew for each, and after each its console must hold no error.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FeedforwardTest
@ExtendWith(BrowserExtension.class)
@interface PageTest {}
