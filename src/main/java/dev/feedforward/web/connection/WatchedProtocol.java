package dev.feedforward.web.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's HTTP, whose connections are watched; made by Tomcat, by its name. */
public class WatchedProtocol extends Http11NioProtocol {

    private static final Logger log = LoggerFactory.getLogger(WatchedProtocol.class);

    private static final Duration TICK = Duration.ofMillis(100);

    /** The service itself stood still for what is beyond, so that no caller was waited for. */
    private static final Duration LONGEST_TICK = TICK.multipliedBy(3);

    private final WatchedEndpoint endpoint;

    private @Nullable Connections connections;
    private @Nullable LateAnswers late;
    private @Nullable ScheduledFuture<?> watching;
    private long last;

    public WatchedProtocol() {
        this(new WatchedEndpoint());
    }

    private WatchedProtocol(WatchedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Sets what watches, before the start. */
    void watch(Connections watched, LateAnswers answers) {
        connections = watched;
        late = answers;
        endpoint.connections(watched);
        Handler<NioChannel> tomcat = endpoint.getHandler();
        endpoint.setHandler(new WatchedHandler(tomcat, watched));
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(
                new WatchedAdapter(adapter, Objects.requireNonNull(connections), Objects.requireNonNull(late)));
    }

    @Override
    public void start() throws Exception {
        super.start();
        last = System.nanoTime();
        watching = getUtilityExecutor()
                .scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watching != null) {
            watching.cancel(false);
        }
        super.stop();
    }

    private void tick() {
        long now = System.nanoTime();
        Duration passed = Duration.ofNanos(now - last);
        last = now;
        try {
            if (connections != null) {
                connections.tick(passed.compareTo(LONGEST_TICK) > 0 ? LONGEST_TICK : passed);
            }
        } catch (RuntimeException e) {
            // Or there would be no tick any more.
            log.error("Connections are not watched at the moment", e);
        }
    }
}
