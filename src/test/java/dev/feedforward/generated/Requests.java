package dev.feedforward.generated;

import dev.feedforward.OpenApiDocument;
import dev.feedforward.OpenApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Draws requests for the operations of a document, the same for the same seed and fixtures. */
final class Requests {

    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "application/json",
            "text/csv",
            "image/png",
            "image/svg+xml",
            "text/plain",
            "text/event-stream",
            "application/problem+json",
            "application/problem+json;q=0.1, text/html",
            "text/html",
            "nonsense",
            "a/b;q=7",
            "*/json");

    private final Values values;
    private final Bodies bodies;
    private final List<Operation> operations;
    private final Operation training;

    Requests(long seed, OpenApiDocument document) {
        values = new Values(new Random(seed), document.schemas());
        bodies = new Bodies(values);
        operations = document.operations();
        training = document.operation("train");
    }

    Sent draw(Fixtures fixtures) {
        Operation operation = values.chance(0.2) ? training : values.oneOf(operations);
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> query = new ArrayList<>();
        String path = operation.path();
        for (JsonNode parameter : operation.parameters().toList()) {
            String name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(pathValue(operation, name, fixtures)));
                case "header" -> header(parameter, headers);
                default -> query(operation, parameter, fixtures, query);
            }
        }
        if (values.chance(0.05)) {
            query.add(encoded(values.odd()) + "=" + encoded(values.odd()));
        }
        if (values.chance(0.3)) {
            headers.put("Accept", values.oneOf(ACCEPTED));
        }
        byte[] body = body(operation, headers);
        return new Sent(operation, path + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body);
    }

    private String pathValue(Operation operation, String name, Fixtures fixtures) {
        // What is there is seldom deleted, as it has to be made again.
        if (values.chance("DELETE".equals(operation.method()) ? 0.7 : 0.15)) {
            String odd = values.odd();
            // Without a name it is the path of another operation, or of none.
            return odd.isEmpty() ? "-" : odd;
        }
        return switch (name) {
            case "id" ->
                Long.toString("watchJob".equals(operation.id()) ? fixtures.endedJob() : fixtures.anyJob(values));
            case "version" -> Long.toString(fixtures.version());
            default -> operation.path().startsWith("/datasets") ? Fixtures.DATASET : Fixtures.MODEL;
        };
    }

    /** Waits for a second at the most. */
    private void header(JsonNode parameter, Map<String, String> headers) {
        if (values.chance(0.1)) {
            String odd = values.text(parameter);
            boolean allowed = odd.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\'');
            headers.put(parameter.get("name").asString(), allowed ? odd : "wait=1, respond-async");
        }
    }

    private void query(Operation operation, JsonNode parameter, Fixtures fixtures, List<String> query) {
        String name = parameter.get("name").asString();
        boolean required = parameter.path("required").asBoolean(false);
        double share = operation.parameters().count() > 10 ? 0.05 : 0.2;
        if (!values.chance(required ? 0.95 : share)) {
            return;
        }
        String value = switch (name) {
            // Without a number it would wait for ten minutes.
            case "wait" -> values.oneOf(List.of("0", "1", "-1", "601", "x"));
            case "model" -> values.chance(0.7) ? Fixtures.MODEL : values.odd();
            case "job" -> values.chance(0.7) ? Long.toString(fixtures.endedJob()) : values.odd();
            case "jobs" -> values.chance(0.7) ? Long.toString(fixtures.endedJob()) : values.text(parameter);
            default -> values.text(parameter);
        };
        query.add(name + "=" + encoded(value));
        if (values.chance(0.05)) {
            query.add(name + "=" + encoded(values.text(parameter)));
        }
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        JsonNode content = operation.json().at("/requestBody/content");
        if (content.isMissingNode() || values.chance(0.03)) {
            return new byte[0];
        }
        String type = values.oneOf(List.copyOf(content.propertyNames()));
        headers.put("Content-Type", values.chance(0.05) ? "text/plain;charset=x" : type);
        return bodies.draw(type, content.get(type));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
