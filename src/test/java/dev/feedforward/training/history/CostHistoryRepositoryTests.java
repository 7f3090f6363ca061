package dev.feedforward.training.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.fault.DamagedException;
import java.util.Arrays;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of cost histories in the database, on every database. */
abstract class CostHistoryRepositoryTests {

    private static final long JOB = 1;

    private JdbcClient jdbc;
    private CostHistoryRepository histories;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(database());
        histories = new CostHistoryRepository(jdbc);
        jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations,
                            epoch_iterations, client, turn, body_digest, request)
                        values ('running', 'm', 0, 1, 1, '', 0, '', '{}')
                        """).update();
    }

    @Test
    void letsAHistoryGrowByChunks() {
        threeChunks();

        assertThat(histories.find(JOB).iteration()).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(after(-1, 1)).containsExactly(0);
        assertThat(after(10, 100)).containsExactly(20, 30, 40, 50);
        assertThat(after(25, 100)).containsExactly(30, 40, 50);
        assertThat(after(50, 100)).isEmpty();
        assertThat(after(10, 2)).containsExactly(20, 30);
    }

    @Test
    void givesALongHistoryWholeAndInParts() {
        long[] iterations = LongStream.range(0, 33_333).map(i -> 3 * i).toArray();
        histories.append(0, history(iterations));

        assertThat(histories.find(JOB).iteration()).containsExactly(iterations);
        assertThat(after(5_999, 3)).containsExactly(6_000, 6_003, 6_006);
        assertThat(after(90_000, 100_000)).hasSize(3_332);
    }

    @ParameterizedTest
    @CsvSource({
        "first_point = 6 where first_point = 5, first_point",
        "first_point = 3 where first_point = 2, first_point",
        "first_point = 8 where first_point = 0, first_point",
        "last_iteration = 8 where first_point = 2, last_iteration",
        "last_iteration = 18 where first_point = 5, last_iteration",
    })
    void tellsThatAChunkIsNotWhereItWas(String change, String column) {
        threeChunks();
        assertThat(jdbc.sql("update cost_points set " + change).update()).isEqualTo(1);

        assertDamaged(-1, column);
        assertDamaged(20, column);
    }

    @Test
    void tellsThatAChunkIsMissing() {
        threeChunks();
        jdbc.sql("delete from cost_points where first_point = 2").update();

        assertDamaged(-1, "first_point");
        assertDamaged(20, "first_point");
    }

    private void threeChunks() {
        histories.append(0, history(0, 10));
        histories.append(2, history(20, 30, 40));
        histories.append(5, history());
        histories.append(5, history(50));
    }

    private void assertDamaged(long after, String column) {
        assertThatThrownBy(() -> histories.find(JOB, after, 100))
                .isInstanceOf(DamagedException.class)
                .hasMessageContaining("The cost history of job 1 is damaged")
                .hasMessageContaining(column);
    }

    private long[] after(long iteration, int maxPoints) {
        return histories.find(JOB, iteration, maxPoints).iteration();
    }

    private static CostHistory history(long... iterations) {
        double[] costs = Arrays.stream(iterations).asDoubleStream().toArray();
        return new CostHistory(JOB, iterations, costs, costs, null, null);
    }
}
