package dev.feedforward.generated;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Draws values for a schema: right ones, those at its bounds and just beyond, and those of no sense at all. */
record Values(Random random, JsonNode schemas) {

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "-0.0",
            "1.5",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "1e-400",
            "0x10",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "9".repeat(400),
            "true",
            "null",
            "[]",
            "{}",
            ",",
            "a,b,,a",
            "1,NaN,1e308,-1e308",
            "01*.?",
            "1".repeat(70),
            "x".repeat(300),
            "ä😀",
            "\u0663",
            "\u0000",
            "\r\nX: y",
            "a/b",
            "../..",
            "a\\b",
            ";a=b",
            "%41",
            "%",
            "+",
            "'\"`",
            "${x}#{1}",
            "<b>&amp;</b>");

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String odd() {
        return oneOf(ODD);
    }

    /** A value as text, right more often than not. */
    String text(JsonNode described) {
        if (chance(0.3)) {
            return odd();
        }
        JsonNode schema = resolved(described.path("schema"));
        JsonNode example = described.has("example") ? described.get("example") : schema.path("default");
        if (!example.isMissingNode() && chance(0.4)) {
            return example.isArray() ? example.path(0).asString("") : example.asString("");
        }
        return of(schema);
    }

    private String of(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return oneOf(schema.get("enum").valueStream().toList()).asString("");
        }
        return switch (schema.path("type").asString("string")) {
            case "integer" -> Long.toString(Math.round(number(schema)));
            case "number" -> Double.toString(number(schema));
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "array" -> of(resolved(schema.path("items"))) + "," + of(resolved(schema.path("items")));
            default -> oneOf(List.of("0110", "1", "species", "0", "..1.", "a", "course", "flowers", "1,2,3,4"));
        };
    }

    /** A bound, what is just beyond it, or something between. */
    private double number(JsonNode schema) {
        double low =
                schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(-2));
        double high =
                schema.path("maximum").asDouble(schema.path("exclusiveMaximum").asDouble(low + 4));
        return switch (random.nextInt(6)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> low - 1;
            case 3 -> high + 1;
            default -> low + random.nextDouble() * Math.min(high - low, 8);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
