package dev.feedforward.web.security;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service listens, as Spring Boot's own property says.
 *
 * @param address null for every address of this machine
 */
@ConfigurationProperties("server")
record Listening(@Nullable InetAddress address) {

    boolean onlyLoopback() {
        return address != null && address.isLoopbackAddress();
    }

    /** The address as {@code server.address} would say it. */
    String shown() {
        return address == null ? "0.0.0.0" : address.getHostAddress();
    }
}
