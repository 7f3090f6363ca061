package dev.feedforward.training.job;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresJobRepositoryTests extends JobRepositoryTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
