package dev.feedforward.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What stands behind the question mark of a URL.
 *
 * @param parts as they came, each a name and mostly a value
 */
record Query(List<String> parts) {

    static Query of(HttpServletRequest request) {
        String text = request.getQueryString();
        return new Query(
                text == null
                        ? List.of()
                        : Arrays.stream(text.split("&"))
                                .filter(part -> !part.isEmpty())
                                .toList());
    }

    /** The names in the order in which they came, each with the values that it came with. */
    MultiValueMap<String, String> values() {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>(new LinkedHashMap<>());
        for (String part : parts) {
            int end = part.indexOf('=');
            values.add(name(part), end < 0 ? "" : decoded(part.substring(end + 1)));
        }
        return values;
    }

    /**
     * The text again with other names.
     *
     * @param names by the names that are there
     */
    String renamed(Map<String, String> names) {
        UnaryOperator<String> renamed = part -> {
            @Nullable String name = names.get(name(part));
            return name == null ? part : name + part.substring(nameEnd(part));
        };
        return parts.stream().map(renamed).collect(Collectors.joining("&"));
    }

    private static String name(String part) {
        return decoded(part.substring(0, nameEnd(part)));
    }

    private static int nameEnd(String part) {
        int end = part.indexOf('=');
        return end < 0 ? part.length() : end;
    }

    /** Tomcat has refused by now what cannot be decoded. */
    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
