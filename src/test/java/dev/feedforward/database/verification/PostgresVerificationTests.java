package dev.feedforward.database.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresVerificationTests extends VerificationTests {

    private final String url = TestPostgres.newDatabase();

    @Override
    List<String> database() {
        return List.of("--spring.datasource.url=" + url);
    }

    @Override
    String url() {
        return url;
    }

    @Test
    void saysThatADatabaseOfBeforeMustBeBroughtToThisVersion(CapturedOutput output) {
        String empty = TestPostgres.newDatabase();

        assertThat(catchThrowable(
                        () -> Verification.verify("--feedforward.verify", "--spring.datasource.url=" + empty)))
                .hasMessageContaining("no tables of the service, or those of an earlier version");

        assertThat(output).contains("start the service once");
    }

    @Test
    void tellsWhoMayNotReadATableThatAndNotToStartTheService(CapturedOutput output) {
        JdbcTemplate owner = new JdbcTemplate(new DriverManagerDataSource(url));
        owner.execute("create role stranger login password 'stranger'");
        try {
            String asStranger = url.replaceFirst("user=\\w+", "user=stranger");
            assertThat(asStranger).isNotEqualTo(url);

            assertThat(catchThrowable(() -> Verification.verify(
                            "--feedforward.verify",
                            "--spring.datasource.url=" + asStranger,
                            "--spring.datasource.password=stranger")))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        } finally {
            owner.execute("drop role stranger");
        }
        assertThat(output).doesNotContain("start the service once");
    }
}
