package dev.feedforward.storage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stored at one moment, in bytes.
 *
 * @param database all that the database takes on its disk
 * @param free what is left on that disk; null where it is another machine's
 * @param byKind a number for each of {@link #KINDS}
 */
record StorageUse(long database, @Nullable Long free, Map<String, Long> byKind) {

    static final List<String> KINDS = List.of("datasets", "histories", "models", "checkpoints");
}
