package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.embedded.DataDirectory;
import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseProblemsTests {

    @TempDir
    private Path directory;

    @Test
    void tellsWhereRoomIsNeededWhenSqliteIsFull() throws Exception {
        SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("create table t (data blob)").update();
        jdbc.sql("pragma max_page_count = 10").query(Integer.class).single();

        Throwable full = catchThrowable(
                () -> jdbc.sql("insert into t values (zeroblob(100000))").update());

        assertThat(DatabaseFault.of(full)).isEqualTo(DatabaseFault.FULL);
        try (DataDirectory data = DataDirectory.take(directory)) {
            ServiceException problem = problems(data).tell(full).orElseThrow();
            assertThat(problem.type()).isEqualTo(ProblemType.STORAGE_FULL);
            assertThat(problem.type().status()).isEqualTo(507);
            assertThat(problem.action())
                    .contains("Free room", directory.toRealPath().toString(), "go on by themselves");
        }
        source.destroy();
    }

    @Test
    void knowsAFullDiskAlsoWhereSqliteHasRolledBackByItself() {
        TransactionSystemException nothingLeft = new TransactionSystemException(
                "JDBC rollback failed", new SQLException("no transaction is active", null, 1));
        nothingLeft.initApplicationException(
                new UncategorizedSQLException("save", "insert", new SQLException("full", null, 13)));

        assertThat(problems(null).tell(nothingLeft).orElseThrow().type()).isEqualTo(ProblemType.STORAGE_FULL);
    }

    @Test
    void asksToTryAgainWhereTheDatabaseIsAway() {
        SQLException refused = new SQLException("Connection refused", "08001");
        Exception pool = new SQLTransientConnectionException("timed out after 5000ms", null, 0, refused);

        ServiceException problem = problems(null)
                .tell(new CannotCreateTransactionException("x", pool))
                .orElseThrow();

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(problem.problem().detail()).isEqualTo("The database cannot be reached.");
        assertThat(problem.action()).contains("the database server");
    }

    @ParameterizedTest
    @CsvSource({"5, BUSY", "8, READ_ONLY", "10, UNREADABLE", "11, DAMAGED", "13, FULL", "14, UNREADABLE", "26, DAMAGED"
    })
    void knowsSqlitesCodes(int code, DatabaseFault fault) {
        assertThat(DatabaseFault.of(new SQLException("x", null, code))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "08006, AWAY",
        "57P01, AWAY",
        "53300, AWAY",
        "40P01, BUSY",
        "25006, READ_ONLY",
        "58030, UNREADABLE",
        "XX001, DAMAGED"
    })
    void knowsPostgresStates(String state, DatabaseFault fault) {
        assertThat(DatabaseFault.of(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(fault);
    }

    @Test
    void looksForWhatCameFirstWhereRollingBackFailed() {
        SQLException closed = new SQLException("Connection is closed");
        closed.addSuppressed(new IllegalStateException(new SQLException("read timed out", "08006")));
        assertThat(DatabaseFault.of(new IllegalStateException(closed))).isEqualTo(DatabaseFault.AWAY);
    }

    @Test
    void takesAFaultOfItsOwnForNoneOfTheDatabase() {
        NullPointerException own = new NullPointerException();
        own.addSuppressed(new SQLException("could not be closed", "08006"));

        assertThat(DatabaseFault.of(new IllegalStateException(own))).isNull();
    }

    @Test
    void comesToAnEndWhereExceptionsGoRound() {
        SQLException outer = new SQLException("outer");
        outer.addSuppressed(new IllegalStateException(outer));

        assertThat(DatabaseFault.of(outer)).isNull();
    }

    @Test
    void takesThePoolForAwayUnlessItSaysWhy() {
        assertThat(DatabaseFault.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(DatabaseFault.AWAY);
        assertThat(DatabaseFault.of(
                        new SQLTransientConnectionException("timed out", null, 0, new SQLException("full", null, 13))))
                .isEqualTo(DatabaseFault.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUSY", "READ_ONLY", "UNREADABLE", "DAMAGED"})
    void saysWhatToDo(DatabaseFault fault) {
        int code = switch (fault) {
            case BUSY -> 5;
            case READ_ONLY -> 8;
            case UNREADABLE -> 10;
            default -> 11;
        };

        assertThat(problems(null).tell(new SQLException("secret", null, code))).hasValueSatisfying(problem -> {
            assertThat(problem.type())
                    .isEqualTo(fault == DatabaseFault.DAMAGED ? ProblemType.DAMAGED : ProblemType.UNAVAILABLE);
            assertThat(problem.problem().detail()).endsWith(".").doesNotContain("secret");
            assertThat(problem.action()).endsWith(".");
        });
    }

    @Test
    void saysHowToSeeWhatIsLeftOfADamagedDatabase() {
        ServiceException problem =
                problems(null).tell(new SQLException("malformed", null, 11)).orElseThrow();

        assertThat(problem.action()).contains("backup", "--feedforward.verify");
        assertThat(problem.retryAfter()).isNull();
    }

    @Test
    void leavesTheServicesOwnFaultsAlone() {
        assertThat(problems(null).tell(new SQLException("no such column", null, 1)))
                .isEmpty();
        assertThat(problems(null).tell(new SQLException("duplicate key", "23505")))
                .isEmpty();
        assertThat(DatabaseFault.of(new IllegalStateException())).isNull();
    }

    private static DatabaseProblems problems(@Nullable DataDirectory directory) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (directory != null) {
            beans.addBean("directory", directory);
        }
        return new DatabaseProblems(beans.getBeanProvider(DataDirectory.class));
    }
}
