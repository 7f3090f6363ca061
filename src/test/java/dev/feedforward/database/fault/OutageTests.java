package dev.feedforward.database.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OutageTests {

    private Instant now = Instant.EPOCH;
    private final Outage outage = new Outage(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void isToldOnceWhileSomeConnectionsStillLive() {
        outage.succeeded();
        outage.failed(new SQLException("refused"));
        assertThat(outage.isOn()).isFalse();

        pass();
        outage.failed(new SQLException("refused"));
        assertThat(outage.isOn()).isTrue();

        outage.succeeded();
        assertThat(outage.isOn()).isTrue();

        pass();
        outage.succeeded();
        assertThat(outage.isOn()).isFalse();
    }

    private void pass() {
        now = now.plus(Outage.CALM).plus(Duration.ofMillis(1));
    }
}
