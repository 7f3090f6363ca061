package dev.feedforward.retention;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresRetentionTests extends RetentionTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
