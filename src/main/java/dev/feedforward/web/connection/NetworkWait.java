package dev.feedforward.web.connection;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Is told when the thread of a request waits for the network, so that it can lend meanwhile what others could use.
 *
 * <p>Told only of true waiting: there were no bytes to read, or no room to write, just now.
 */
@FunctionalInterface
public interface NetworkWait {

    /**
     * The thread is about to wait. May not block, as it is called inside Tomcat.
     *
     * @return what to run, on the same thread and outside of Tomcat, once it goes on; it may block
     */
    Runnable begin();

    /** Has {@code wait} told of the waiting of this request's thread from now on; null to end it. */
    static void tell(ServletRequest request, @Nullable NetworkWait wait) {
        // Absent where there is no network, as in tests of controllers alone.
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            exchange.tell(wait);
        }
    }
}
