package dev.feedforward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.fault.DamagedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KeptTests {

    private static final byte[] VALUE = "{\"cost\":0.5}".getBytes(StandardCharsets.UTF_8);
    private static final Kept JOB = new Kept("Job 7", "Delete it.");

    @TempDir
    private Path directory;

    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + directory.resolve("kept.db")));
        jdbc.sql("create table kept (value blob, value_sum bigint)").update();
    }

    @Test
    void readsWhatWasStored() {
        store(VALUE, Checksum.of(VALUE));

        assertThat(read()).isEqualTo(VALUE);
    }

    @Test
    void takesAValueOfBeforeAsItIs() {
        store(VALUE, null);

        assertThat(read()).isEqualTo(VALUE);
    }

    @Test
    void refusesEveryValueThatDiffersByOneBit() {
        store(VALUE, Checksum.of(VALUE));
        for (int bit = 0; bit < VALUE.length * Byte.SIZE; bit++) {
            byte[] changed = VALUE.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            jdbc.sql("update kept set value = :value").param("value", changed).update();

            assertThatThrownBy(this::read)
                    .isInstanceOf(DamagedException.class)
                    .hasMessageStartingWith("Job 7 is damaged")
                    .hasMessageContaining("(value)");
        }
    }

    @Test
    void refusesALostValueAndAFormatThatIsLater() {
        store(null, Checksum.of(VALUE));
        assertThatThrownBy(this::read).isInstanceOf(DamagedException.class);

        jdbc.sql("update kept set value = :value, value_sum = :sum")
                .param("value", VALUE)
                .param("sum", Checksum.of(VALUE) + (1L << Integer.SIZE))
                .update();
        assertThatThrownBy(this::read).hasMessageContaining("in format 2").hasMessageContaining("format 1 at most");
    }

    private void store(byte[] value, Long sum) {
        jdbc.sql("insert into kept values (:value, :sum)")
                .param("value", value)
                .param("sum", sum)
                .update();
    }

    private byte[] read() {
        return jdbc.sql("select * from kept")
                .query((row, number) -> JOB.bytes(row, "value"))
                .single();
    }
}
