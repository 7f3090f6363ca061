package dev.feedforward.database;

import dev.feedforward.database.embedded.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether other instances of the service may use the same database. */
@Component
public class DatabaseSharing {

    private final boolean shared;

    @Autowired
    DatabaseSharing(ObjectProvider<DataDirectory> directories) {
        this(directories.getIfAvailable() == null);
    }

    DatabaseSharing(boolean shared) {
        this.shared = shared;
    }

    /** False for the embedded database, whose directory belongs to one process at a time. */
    public boolean isShared() {
        return shared;
    }
}
