package dev.feedforward.storage;

import dev.feedforward.database.TestDatabase;
import javax.sql.DataSource;

class PostgresUploadRoomTests extends UploadRoomTests {

    @Override
    DataSource database() {
        return TestDatabase.postgres();
    }
}
