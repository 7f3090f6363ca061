package dev.feedforward.web.caching;

import dev.feedforward.caching.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The tags of answers: digests of what they are made of, how they were asked for, and the software that makes them. */
@Component
class Tags {

    private static final int BYTES = 16;

    private final String software;

    /** @param build absent where the service runs without having been packaged */
    Tags(ObjectProvider<BuildProperties> build) {
        software = build.stream()
                .map(made -> made.getVersion() + " " + made.getTime())
                .findFirst()
                .orElse("development");
    }

    /** A weak one, as the same answer may come compressed. */
    ETag of(Origin origin, HttpServletRequest request) {
        List<String> parts = List.of(
                software,
                origin.identity(),
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.valueOf(request.getHeader(HttpHeaders.ACCEPT)));
        byte[] digest = sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return new ETag(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)), true);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
