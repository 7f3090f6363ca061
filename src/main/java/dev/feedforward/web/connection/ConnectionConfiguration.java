package dev.feedforward.web.connection;

import dev.feedforward.computing.AnsweringThreads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/** Has Tomcat watch its connections. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    GivenUp givenUp(MeterRegistry meters) {
        return new GivenUp(meters);
    }

    @Bean
    LateAnswers lateAnswers(JsonMapper mapper) {
        return new LateAnswers(mapper);
    }

    @Bean
    Connections.Admission admission(
            ConnectionLimits limits,
            ServerProperties server,
            TomcatServerProperties tomcat,
            Environment environment,
            LateAnswers late) {
        return new Connections.Admission(
                limits.most(),
                limits.mostOfOneAddress(),
                isBehindProxy(server, tomcat, environment)
                        ? Peers.among(tomcat.getRemoteip().getInternalProxies())
                        : address -> false,
                tomcat.getThreads().getMax(),
                limits.headers(),
                late.toHeaders());
    }

    /** Whether Spring Boot has Tomcat, or itself, take a proxy's word for the caller's address. */
    private static boolean isBehindProxy(
            ServerProperties server, TomcatServerProperties tomcat, Environment environment) {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        if (strategy != null) {
            return strategy != ForwardHeadersStrategy.NONE;
        }
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return StringUtils.hasText(tomcat.getRemoteip().getRemoteIpHeader())
                || (platform != null && platform.isUsingForwardHeaders());
    }

    @Bean
    Connections connections(
            Connections.Admission admission, ConnectionLimits limits, AnsweringThreads answering, GivenUp givenUp) {
        int threads = answering.share();
        long pace = limits.pace().toBytes();
        return new Connections(
                admission,
                new Waits(Waits.Direction.BODY, limits.body(), pace, threads, givenUp),
                new Waits(Waits.Direction.ANSWER, limits.answer(), pace, threads, givenUp),
                givenUp);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> watchedConnections(
            Connections connections, LateAnswers late, ConnectionLimits limits, TomcatServerProperties tomcat) {
        return factory -> {
            factory.setProtocol(WatchedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((WatchedProtocol protocol) -> {
                protocol.watch(connections, late);
                // Those that were given up, and still end, and those beyond the bound come on top.
                protocol.setMaxConnections(
                        limits.most() + 2 * tomcat.getThreads().getMax());
                keepSmall(protocol);
            });
        };
    }

    /**
     * What Tomcat allocates for each connection: so 34 kB of heap for one that waits for headers, 39 kB for one that
     * waits for a body.
     */
    private static void keepSmall(WatchedProtocol protocol) {
        protocol.setProperty("socket.appReadBufSize", "2048");
        protocol.setProperty("socket.appWriteBufSize", "4096");
        // Buffers of closed connections are not kept for those to come.
        protocol.setProperty("socket.bufferPool", "0");
        protocol.setMaxHttpResponseHeaderSize(4096);
        // Headers after a body, which nobody reads here.
        protocol.setMaxTrailerSize(512);
    }

    @Bean
    MeterBinder connectionMeters(Connections connections) {
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
