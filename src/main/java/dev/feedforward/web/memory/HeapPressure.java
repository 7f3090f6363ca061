package dev.feedforward.web.memory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the heap is nearly full of what is really needed.
 *
 * <p>The gauge that is asked first costs nothing, but counts as used what a collection of the young generation has left
 * for a later one, and keeps its value until the next: alone it would turn away who could be served, for as long as
 * nobody is served. So when it is over the limit, a whole collection decides, every five seconds at most.
 */
@Component
class HeapPressure {

    /** How long the verdict of a whole collection stands. */
    static final Duration STANDS = Duration.ofSeconds(5);

    private final double limit;
    private final DoubleSupplier usedAfterLastCollection;
    private final DoubleSupplier usedAfterWholeCollection;
    private final Clock steadyClock;

    private Instant decided = Instant.MIN;
    private double used;

    @Autowired
    HeapPressure(HeapLimit limit, MeterRegistry meters, Clock steadyClock) {
        this(limit, () -> gauge(meters), HeapPressure::collect, steadyClock);
    }

    /**
     * @param usedAfterLastCollection share of the heap that is for lasting data, from 0 to 1
     * @param usedAfterWholeCollection collects, then tells the same
     */
    HeapPressure(
            HeapLimit limit,
            DoubleSupplier usedAfterLastCollection,
            DoubleSupplier usedAfterWholeCollection,
            Clock steadyClock) {
        this.limit = limit.heap();
        this.usedAfterLastCollection = usedAfterLastCollection;
        this.usedAfterWholeCollection = usedAfterWholeCollection;
        this.steadyClock = steadyClock;
    }

    /** Whether more than the limit is in use. */
    boolean isHigh() {
        return usedAfterLastCollection.getAsDouble() >= limit && decide();
    }

    private synchronized boolean decide() {
        Instant now = steadyClock.instant();
        if (now.isAfter(decided.plus(STANDS))) {
            used = usedAfterWholeCollection.getAsDouble();
            decided = now;
        }
        return used >= limit;
    }

    /** What was in use when it was last decided, in percent of the heap that is for lasting data. */
    synchronized long percent() {
        return Math.round(100.0 * used);
    }

    private static double gauge(MeterRegistry meters) {
        Gauge gauge = meters.find("jvm.memory.usage.after.gc").gauge();
        return gauge == null ? 0.0 : gauge.value();
    }

    /** Of the pool with the largest bound, which is that of lasting data whatever the collector is. */
    private static double collect() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(MemoryUsage::getMax).thenComparing(MemoryUsage::getUsed))
                .map(usage -> (double) usage.getUsed() / usage.getMax())
                .orElse(0.0);
    }
}
