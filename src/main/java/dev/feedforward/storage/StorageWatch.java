package dev.feedforward.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells how much is stored, as metrics and in {@code /actuator/info}. It is found out once a minute, so that whoever
 * asks never waits for the database.
 */
@Component
class StorageWatch implements InfoContributor {

    private static final Logger log = LoggerFactory.getLogger(StorageWatch.class);

    private final StoredBytes stored;
    private final Disk disk;
    private volatile @Nullable StorageUse last;

    StorageWatch(StoredBytes stored, Disk disk, MeterRegistry meters) {
        this.stored = stored;
        this.disk = disk;
        register("feedforward.storage.database", "What the database takes on its disk", StorageUse::database, meters);
        if (disk.free().isPresent()) {
            register("feedforward.storage.free", "What is free on the database's disk", StorageWatch::free, meters);
        }
        for (String kind : StorageUse.KINDS) {
            Gauge.builder(
                            "feedforward.storage.kind",
                            this,
                            watch -> watch.value(use -> use.byKind().get(kind)))
                    .description("What is stored, by what it is")
                    .baseUnit("bytes")
                    .tag("kind", kind)
                    .register(meters);
        }
    }

    private void register(String name, String what, ToDoubleFunction<StorageUse> value, MeterRegistry meters) {
        Gauge.builder(name, this, watch -> watch.value(value))
                .description(what)
                .baseUnit("bytes")
                .register(meters);
    }

    private double value(ToDoubleFunction<StorageUse> value) {
        StorageUse use = last;
        return use == null ? Double.NaN : value.applyAsDouble(use);
    }

    private static double free(StorageUse use) {
        Long free = use.free();
        return free == null ? Double.NaN : free;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES, scheduler = "housekeeping")
    void look() {
        try {
            long database = disk.database().orElseGet(stored::ofPostgres);
            Long free = disk.free().isPresent() ? disk.free().getAsLong() : null;
            last = new StorageUse(database, free, stored.byKind());
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            log.debug("How much is stored is found out later", e);
        }
    }

    /** How much is stored, as {@code {"storage": {"databaseBytes": …, "freeBytes": …}}}; nothing before it is known. */
    @Override
    public void contribute(Info.Builder builder) {
        StorageUse use = last;
        if (use != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("databaseBytes", use.database());
            Long free = use.free();
            if (free != null) {
                told.put("freeBytes", free);
            }
            use.byKind().forEach((kind, bytes) -> told.put(kind + "Bytes", bytes));
            builder.withDetail("storage", told);
        }
    }
}
