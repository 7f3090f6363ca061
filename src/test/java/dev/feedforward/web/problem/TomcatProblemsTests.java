package dev.feedforward.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.web.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class TomcatProblemsTests {

    private static final String HOST = "\r\nHost: localhost\r\nConnection: close\r\n";

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /a%2fb HTTP/1.1   | 400 | bad-request
            GET /a%5cb HTTP/1.1   | 400 | bad-request
            GET /a%00b HTTP/1.1   | 400 | bad-request
            GET /a%zzb HTTP/1.1   | 400 | bad-request
            GET /a{b HTTP/1.1     | 400 | bad-request
            GET /../../x HTTP/1.1 | 400 | bad-request
            GET nonsense HTTP/1.1 | 400 | bad-request
            G@T / HTTP/1.1        | 400 | bad-request
            GET / HTTP/9.9        | 505 | http-version-not-supported
            TRACE / HTTP/1.1      | 405 | method-not-allowed
            BREW /sample HTTP/1.1 | 405 | method-not-allowed
            """)
    void answersProblemWhenRequestLineIsRejected(String requestLine, int status, String slug) throws Exception {
        assertThat(problem(requestLine + HOST + "\r\n", status).get("type").stringValue())
                .isEqualTo("/problems/" + slug);
    }

    @ParameterizedTest
    @CsvSource({"/, GET", "/sample, POST", "/sample/1, GET", "/sample/csv, 'GET, PUT'", "/numbers?a=b, GET"})
    void namesTheMethodsOfThePathWhereOneIsToBeTraced(String path, String methods) throws Exception {
        String answer = caller.raw("TRACE " + path + " HTTP/1.1" + HOST + "\r\n");
        assertThat(answer).containsOnlyOnce("Allow:").contains("\r\nAllow: " + methods + "\r\n");
        assertThat(told(answer, 405).get("detail").stringValue()).endsWith(" takes " + methods + ", not TRACE.");
    }

    @Test
    void answersProblemWhenHeadersAreTooLarge() throws Exception {
        JsonNode problem = problem("GET / HTTP/1.1" + HOST + "X: " + "x".repeat(9000) + "\r\n\r\n", 431);
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/headers-too-large");
    }

    @Test
    void answersProblemWhenUrlIsTooLong() throws Exception {
        problem("GET /" + "x".repeat(9000) + " HTTP/1.1" + HOST + "\r\n", 431);
    }

    @Test
    void answersProblemWhenHostIsMissing() throws Exception {
        problem("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400);
    }

    @Test
    void answersProblemWhenLengthsContradict() throws Exception {
        problem("POST /sample HTTP/1.1" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400);
    }

    @Test
    void answersProblemWhenChunkIsBroken() throws Exception {
        problem(
                "POST /sample HTTP/1.1" + HOST
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                400);
    }

    private JsonNode problem(String request, int status) throws Exception {
        return told(caller.raw(request), status);
    }

    private static JsonNode told(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("X-Content-Type-Options: nosniff")
                .containsOnlyOnce("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'")
                .doesNotContain("<html");
        String body = answer.substring(answer.indexOf("\r\n\r\n")).strip();
        JsonNode problem = JsonMapper.shared().readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        return problem;
    }
}
