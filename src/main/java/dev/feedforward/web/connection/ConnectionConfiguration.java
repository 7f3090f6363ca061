package dev.feedforward.web.connection;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.ProblemAnswer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Has Tomcat watch its connections. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    GivenUp givenUp(MeterRegistry meters) {
        return new GivenUp(meters);
    }

    /** A quarter of the threads may wait for bodies and a quarter for takers, so that half are left to answer. */
    @Bean
    Connections connections(
            ConnectionLimits limits,
            TomcatServerProperties tomcat,
            ServerProperties server,
            GivenUp givenUp,
            JsonMapper mapper) {
        int threads = Math.max(1, tomcat.getThreads().getMax() / 4);
        long pace = limits.pace().toBytes();
        return new Connections(
                new Connections.Admission(
                        limits.most(),
                        limits.mostOfOneAddress(),
                        proxies(server, tomcat),
                        limits.headers(),
                        late(mapper)),
                new Waits(Waits.Direction.BODY, limits.body(), pace, threads, givenUp),
                new Waits(Waits.Direction.ANSWER, limits.answer(), pace, threads, givenUp),
                givenUp);
    }

    /** Those whose word of the caller's address is taken. */
    private static Predicate<InetAddress> proxies(ServerProperties server, TomcatServerProperties tomcat) {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        return strategy == ForwardHeadersStrategy.NATIVE || strategy == ForwardHeadersStrategy.FRAMEWORK
                ? Peers.matching(tomcat.getRemoteip().getInternalProxies())
                : address -> false;
    }

    private static byte[] late(JsonMapper mapper) {
        ServiceException problem = new ServiceException(
                ProblemType.REQUEST_TIMEOUT,
                "The headers did not arrive in time.",
                ProblemType.REQUEST_TIMEOUT.remedy());
        String body = mapper.writeValueAsString(
                ProblemAnswer.of(problem, HttpHeaders.EMPTY, null).getBody());
        return ("HTTP/1.1 408 \r\nContent-Type: application/problem+json\r\nX-Content-Type-Options: nosniff\r\n"
                        + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> watchedConnections(
            Connections connections, ConnectionLimits limits, TomcatServerProperties tomcat) {
        return factory -> {
            factory.setProtocol(WatchedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((ProtocolHandler handler) -> {
                WatchedProtocol protocol = (WatchedProtocol) handler;
                protocol.watch(connections);
                // Those that were given up, and still end, are connections as well.
                protocol.setMaxConnections(limits.most() + tomcat.getThreads().getMax());
            });
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ConnectionValve(connections)));
        };
    }

    @Bean
    io.micrometer.core.instrument.binder.MeterBinder connectionMeters(Connections connections) {
        return meters -> {
            for (Connection.State state : Connection.State.values()) {
                Gauge.builder("feedforward.connections", connections, all -> all.count(state))
                        .description("Connections by what they are at")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(meters);
            }
        };
    }
}
