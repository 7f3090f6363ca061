package dev.feedforward.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.web.ServiceTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class BodyLimitTests {

    private static final int LIMIT = 100 * 1024;

    @Autowired
    private Caller caller;

    @Test
    void readsBodyOfExactlyTheLimit() throws Exception {
        assertThat(caller.post("/sample", bodyOf(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(streamed(bodyOf(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesDeclaredLengthBeyondTheLimitUnread() throws Exception {
        String answer = caller.raw("POST /sample HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 200000\r\nExpect: 100-continue\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("The body has 200000 bytes, but at most 102400 are read.");
    }

    @Test
    void refusesStreamedBodyBeyondTheLimit() throws Exception {
        HttpResponse<String> answer = streamed(bodyOf(LIMIT + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Caller.json(answer).get("type").stringValue()).isEqualTo("/problems/body-too-large");
    }

    private HttpResponse<String> streamed(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return caller.send(caller.to("/sample")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    private static String bodyOf(int bytes) {
        String start = "{\"layers\": [";
        return start + " ".repeat(bytes - start.length() - 2) + "]}";
    }

    @Test
    void refusesBodyThatIsCompressed() throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/sample")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8})));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Caller.json(answer).get("detail").stringValue()).contains("Content-Encoding: gzip");
    }
}
