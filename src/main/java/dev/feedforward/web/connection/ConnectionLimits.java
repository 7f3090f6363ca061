package dev.feedforward.web.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.validation.constraints.Min;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many connections there may be, and how long the service waits for callers.
 *
 * @param inAll connections at once; by default one for each 256 KiB of the heap, and no more than half of the
 *     descriptors that the process may have
 * @param ofOneAddress connections of one address at once (of IPv6 its /64 network); by default three quarters of all
 * @param headers how long is waited for the headers of a request, from its first byte or the connection's beginning
 * @param body how long is waited for a body: at a stretch, and in all besides what its bytes make up for
 * @param answer how long is waited for a caller to take its answer, likewise
 * @param pace bytes that make up for a second of waiting before them
 */
@Validated
@ConfigurationProperties("feedforward.connections")
record ConnectionLimits(
        @Nullable @Min(1) Integer inAll,
        @Nullable @Min(1) Integer ofOneAddress,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration headers,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration body,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration answer,
        @DefaultValue("64KB") DataSize pace) {

    private static final DataSize HEAP = DataSize.ofKilobytes(256);
    private static final int AT_LEAST = 64;
    private static final int AT_MOST = 10_000;

    ConnectionLimits {
        if (pace.toBytes() < 1) {
            throw new IllegalArgumentException("feedforward.connections.pace is " + pace + ", but must be at least 1B");
        }
    }

    /** The bound of all connections, at least 1. */
    int most() {
        if (inAll != null) {
            return inAll;
        }
        long byHeap = Runtime.getRuntime().maxMemory() / HEAP.toBytes();
        return (int) Math.max(AT_LEAST, Math.min(AT_MOST, Math.min(byHeap, descriptors() / 2)));
    }

    /** The bound of one address' connections, at least 1. */
    int mostOfOneAddress() {
        return ofOneAddress != null ? ofOneAddress : Math.max(1, most() * 3 / 4);
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
