package dev.feedforward.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0",
        "unknown, unknown",
        "no:address, no:address"
    })
    void isAnAddressOrItsNetwork(String told, String client) {
        assertThat(Client.of(told)).isEqualTo(client);
    }
}
