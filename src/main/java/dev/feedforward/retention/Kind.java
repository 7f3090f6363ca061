package dev.feedforward.retention;

import java.util.Locale;

/** What may be deleted by itself. */
enum Kind {
    JOBS,
    VERSIONS,
    DATASETS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
