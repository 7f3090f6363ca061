package dev.feedforward.training.history;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresCostHistoryRepositoryTests extends CostHistoryRepositoryTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
