package dev.feedforward.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ExposureTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.1.2.3"})
    void startsOnLoopback(String address) throws Exception {
        Listening listening = new Listening(InetAddress.getByName(address));
        assertThatNoException().isThrownBy(() -> new ExposureCheck(listening, access(false)));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 0.0.0.0", "192.168.0.7, 192.168.0.7", ", 0.0.0.0"})
    void refusesToStartWhereOthersReachIt(String address, String shown) throws Exception {
        Listening listening = new Listening(address == null ? null : InetAddress.getByName(address));
        ExposedException refusal =
                catchThrowableOfType(ExposedException.class, () -> new ExposureCheck(listening, access(false)));
        FailureAnalysis analysis = new ExposedFailureAnalyzer().analyze(new IllegalStateException(refusal));
        assertThat(analysis.getDescription()).startsWith("server.address is " + shown);
        assertThat(analysis.getAction())
                .contains("server.address=127.0.0.1", "feedforward.open=true", "-e FEEDFORWARD_OPEN=true");
    }

    @Test
    void startsAnywhereWhenToldSo() {
        assertThatNoException().isThrownBy(() -> new ExposureCheck(new Listening(null), access(true)));
    }

    private static Access access(boolean open) {
        return new Access(List.of(), open);
    }
}
