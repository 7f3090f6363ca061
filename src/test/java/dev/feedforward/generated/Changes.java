package dev.feedforward.generated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes JSON: takes fields and items away, adds some and puts others in their place, those far down as likely. */
record Changes(Values values) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    void change(JsonNode body) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        if (!containers.isEmpty()) {
            JsonNode changed = values.oneOf(containers);
            if (changed instanceof ObjectNode object) {
                change(object);
            } else if (changed instanceof ArrayNode array) {
                change(array);
            }
        }
    }

    private void change(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.isEmpty() || values.chance(0.1) ? values.odd() : values.oneOf(names);
        if (values.chance(0.3)) {
            object.remove(name);
        } else {
            object.set(name, node());
        }
    }

    private void change(ArrayNode array) {
        int at = values.random().nextInt(array.size() + 1);
        if (at < array.size() && values.chance(0.5)) {
            array.set(at, node());
        } else {
            array.insert(at, node());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.isContainer()) {
            found.add(node);
            node.valueStream().forEach(child -> collect(child, found));
        }
    }

    private JsonNode node() {
        return values.oneOf(List.<JsonNode>of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(0),
                NODES.numberNode(-1),
                NODES.numberNode(1.5),
                NODES.numberNode(1e308),
                NODES.numberNode(-1e308),
                NODES.numberNode(Long.MAX_VALUE),
                NODES.numberNode(new BigDecimal("1e400")),
                NODES.stringNode(values.odd()),
                NODES.stringNode(values.odd()),
                NODES.arrayNode(),
                NODES.arrayNode().add(1).add("x").addNull(),
                NODES.objectNode(),
                NODES.objectNode().put(values.odd(), 1)));
    }
}
