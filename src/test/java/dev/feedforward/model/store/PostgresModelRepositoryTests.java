package dev.feedforward.model.store;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresModelRepositoryTests extends ModelRepositoryTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
