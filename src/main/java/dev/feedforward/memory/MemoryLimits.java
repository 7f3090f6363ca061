package dev.feedforward.memory;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the heap large work may take, by arithmetic; the rest is for all that is small, and for the collector.
 *
 * @param memory what trainings may take together; by default three fifths of the heap
 * @param requestMemory what requests have besides, and trainings never take; by default a fifth of the heap
 * @param cachedModels what the models that were asked last take, which give way to everything else; by default an
 *     eighth of the heap
 */
@Validated
@ConfigurationProperties("feedforward.limits")
public record MemoryLimits(
        @Nullable DataSize memory,
        @Nullable DataSize requestMemory,
        @Nullable DataSize cachedModels) {

    /** Bytes that trainings may take together. */
    public long trainingBytes() {
        return memory == null ? Runtime.getRuntime().maxMemory() / 5 * 3 : memory.toBytes();
    }

    /** Bytes that trainings and requests may take together. */
    public long bytes() {
        return trainingBytes()
                + (requestMemory == null ? Runtime.getRuntime().maxMemory() / 5 : requestMemory.toBytes());
    }

    /** Bytes that models in memory may take together. */
    public long cachedModelBytes() {
        return cachedModels == null ? Runtime.getRuntime().maxMemory() / 8 : cachedModels.toBytes();
    }
}
