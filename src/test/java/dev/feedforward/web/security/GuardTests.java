package dev.feedforward.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.web.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = {"feedforward.allowed-hosts=nets.example", "server.forward-headers-strategy=native"})
class GuardTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]", "nets.example", "Nets.Example:80"})
    void answersToItsOwnNames(String host) throws Exception {
        assertThat(call("GET /numbers", host, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "10.0.0.1", "[::2]"})
    void refusesOtherNames(String host) throws Exception {
        assertThat(call("GET /numbers", host, ""))
                .startsWith("HTTP/1.1 421")
                .contains("/problems/unknown-host", host, "feedforward.allowed-hosts")
                .contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void goesByTheHostThatWasCalledEvenBehindAProxy() throws Exception {
        assertThat(call("GET /numbers", "evil.example", "X-Forwarded-Host: localhost\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(call("GET /numbers", "localhost", "X-Forwarded-Host: evil.example\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, Sec-Fetch-Site: cross-site, 403",
        "POST, Sec-Fetch-Site: same-site, 403",
        "POST, Sec-Fetch-Site: same-origin, 200",
        "POST, Sec-Fetch-Site: none, 200",
        "POST, Sec-Fetch-Site: Cross-Site, 403",
        "POST, Sec-Fetch-Site: Same-Origin, 403",
        "POST, Sec-Fetch-Site: somewhere, 403",
        "POST, Sec-Fetch-Site:, 403",
        "POST, Sec-Fetch-Site: none#Sec-Fetch-Site: none, 403",
        "POST, Sec-Fetch-Site: same-origin#Sec-Fetch-Site: cross-site, 403",
        "POST, Origin: http://localhost#Origin: http://evil.example, 403",
        "POST, Origin: http://localhost#Sec-Fetch-Site: same-origin, 200",
        "POST, Origin: http://evil.example, 403",
        "POST, Origin: http://localhost:1, 403",
        "POST, Origin: null, 403",
        "POST, Origin: http://localhost, 200",
        "POST, Origin: https://localhost, 200",
        "OPTIONS, Origin: http://evil.example, 403",
        "DELETE, Origin: http://evil.example, 403"
    })
    void letsOtherSitesDoNothingButRead(String method, String header, int status) throws Exception {
        assertThat(call(method + " /sample", "localhost", header.replace("#", "\r\n") + "\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void letsOtherSitesRead() throws Exception {
        assertThat(call("GET /numbers", "localhost", "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    private String call(String call, String host, String headers) throws Exception {
        return caller.raw(call + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
