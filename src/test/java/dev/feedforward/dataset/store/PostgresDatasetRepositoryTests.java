package dev.feedforward.dataset.store;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresDatasetRepositoryTests extends DatasetRepositoryTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
