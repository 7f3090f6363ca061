package dev.feedforward.database.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

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
                .hasMessageContaining("of an earlier version");

        assertThat(output).contains("Start the service once");
    }
}
