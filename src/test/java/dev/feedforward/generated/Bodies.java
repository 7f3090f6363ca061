package dev.feedforward.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Draws bodies: the document's examples, changed, and tables; some of them broken. */
record Bodies(Values values) {

    private static final int MOST_ITERATIONS = 200;

    private static final List<String> TABLES = List.of(
            "a,b,c\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n",
            "1;2;0\n3;4;1\n5,5;6;0\n",
            "\uFEFFa,a,b\n1,,x\n,NaN,\"y\n\"\n",
            "a,b\n1,2,3\n4\n",
            "\"open,1\n2,3",
            "a\tb\n1e400\t-1e308\nInfinity\t0x1\n",
            "\n\n",
            "a,b\n",
            "\u0000,\u0001\n1,2\n");

    byte[] draw(String type, JsonNode media) {
        if (values.chance(0.03)) {
            return values.odd().getBytes(StandardCharsets.UTF_8);
        }
        byte[] body = type.endsWith("json") ? json(media) : table().getBytes(StandardCharsets.UTF_8);
        body = type.endsWith("gzip") && values.chance(0.8) ? zipped(body) : body;
        return values.chance(0.1) ? broken(body) : body;
    }

    private String table() {
        String table = values.oneOf(TABLES);
        return values.chance(0.2) ? table + values.odd() + "," + values.odd() + "\n" : table;
    }

    private byte[] json(JsonNode media) {
        List<JsonNode> examples = media.path("examples")
                .valueStream()
                .map(example -> example.get("value"))
                .toList();
        JsonNode body = values.oneOf(examples).deepCopy();
        if (body instanceof ObjectNode object && object.has("training")) {
            shorten((ObjectNode) object.get("training"));
        }
        for (int i = values.random().nextInt(4); i > 0; i--) {
            new Changes(values).change(body);
        }
        String text = JsonMapper.shared().writeValueAsString(body);
        text = values.chance(0.05) ? text.replaceFirst("\\{(\"[^\"]*+\":)", "{$1null,$1") : text;
        text = values.chance(0.03) ? text.replaceFirst(":\"", ":\"\\\\ud800") : text;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lets a long training end soon: the service is asked much here, and not for long. */
    private static void shorten(ObjectNode training) {
        for (String length : List.of("iterations", "epochs")) {
            if (training.path(length).asInt(0) > MOST_ITERATIONS) {
                training.put(length, MOST_ITERATIONS);
            }
        }
    }

    private byte[] broken(byte[] body) {
        if (body.length == 0 || values.chance(0.5)) {
            return Arrays.copyOf(body, values.random().nextInt(body.length + 1));
        }
        byte[] broken = body.clone();
        broken[values.random().nextInt(body.length)] = (byte) values.random().nextInt();
        return broken;
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
