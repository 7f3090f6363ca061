package dev.feedforward.generated;

import dev.feedforward.Caller;
import dev.feedforward.OpenApiDocument.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A request that was drawn, to be sent, and to be sent again by curl. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sent(Operation operation, String path, Map<String, String> headers, byte[] body) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    HttpRequest.Builder to(Caller caller) {
        HttpRequest.Builder request = caller.to(path)
                .timeout(PATIENCE)
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request;
    }

    String curl(int port) {
        StringBuilder line = new StringBuilder();
        String text = new String(body, StandardCharsets.UTF_8);
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\'');
        if (!plain) {
            line.append("echo ")
                    .append(Base64.getEncoder().encodeToString(body))
                    .append(" | base64 -d | ");
        }
        line.append("curl -isg -X ").append(operation.method());
        headers.forEach((name, value) ->
                line.append(" -H '").append(name).append(": ").append(value).append('\''));
        if (body.length > 0) {
            line.append(" --data-binary ").append(plain ? "'" + text + "'" : "@-");
        }
        return line.append(" 'http://localhost:")
                .append(port)
                .append(path)
                .append('\'')
                .toString();
    }
}
