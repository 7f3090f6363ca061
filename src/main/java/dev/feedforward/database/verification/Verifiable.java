package dev.feedforward.database.verification;

import java.util.List;

/** A repository whose tables have sums beside what they keep. */
@FunctionalInterface
public interface Verifiable {

    List<StoredTable> tables();
}
