package dev.feedforward.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.error.Addressed;
import dev.feedforward.error.ProblemType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "feedforward.data-dir=target/test-data/${random.uuid}",
            "feedforward.allowed-hosts=nets.example",
            "server.forward-headers-strategy=native"
        })
@Import(Caller.class)
class CallersAddressTests {

    private static final String TLS = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n";

    @Autowired
    private Caller caller;

    @Test
    void isTheHostAsReceived() throws IOException {
        assertThat(call("GET /nowhere", "nets.example:1234", "")).contains("http://nets.example:1234/swagger-ui.html");
        assertThat(call("GET /models/none", "127.0.0.1:4321", "")).contains("curl http://127.0.0.1:4321/models");
    }

    @Test
    void hasTheSchemeThatAProxySaysButNotItsHost() throws IOException {
        assertThat(call("GET /nowhere", "nets.example", TLS))
                .contains("https://nets.example/swagger-ui.html")
                .doesNotContain("evil");
        assertThat(call("GET /train?wait=1", "nets.example", TLS))
                .contains("curl -X POST 'https://nets.example/train?wait=1'");
    }

    @Test
    void isToldByWhatAnswersBeforeControllers() throws IOException {
        assertThat(call(
                        "POST /train",
                        "nets.example:99",
                        "Content-Type: application/json\r\nContent-Encoding: br\r\n" + "Content-Length: 4\r\n\r\n{}"))
                .contains("curl --json '{…}' http://nets.example:99/train");
        // So broken that no header of it was read.
        assertThat(call("GET /{", "nets.example:99", ""))
                .contains("http://localhost:" + caller.port() + "/truth-table");
    }

    @ParameterizedTest
    @EnumSource
    void isOnThePageOfEveryProblem(ProblemType type) throws IOException {
        assertThat(call("GET " + type.uri(), "nets.example:99", ""))
                .startsWith("HTTP/1.1 200")
                .doesNotContain(Addressed.SERVICE)
                .doesNotContain("localhost:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml"})
    void isInTheOpenApiDocument(String path) throws Exception {
        // Making it, which the first caller waits for, takes a while.
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
        assertThat(call("GET " + path, "nets.example", TLS))
                .contains("https://nets.example/train?answers=species")
                .doesNotContain(Addressed.SERVICE)
                .doesNotContain("localhost:");
        assertThat(call("GET " + path, "localhost:7", "")).contains("http://localhost:7/train?answers=species");
    }

    @Test
    void isTheServicesOwnWhereTheHostIsNone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setLocalPort(8081);
        assertThat(CallersAddress.of(request)).isEqualTo("http://localhost:8081");
        request.addHeader("Host", "a\";b");
        assertThat(CallersAddress.of(request)).isEqualTo("http://localhost:8081");
    }

    private String call(String line, String host, String headers) throws IOException {
        return caller.raw(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
