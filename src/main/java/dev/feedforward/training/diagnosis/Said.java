package dev.feedforward.training.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a request that decides how it can be changed.
 *
 * @param fields paths of the fields that go before the preset, such as network.outputActivation
 * @param continues whether it goes on from a model, whose network and encoding stay as they are
 * @param numbers whether answers that are class labels were given as numbers
 */
public record Said(List<String> fields, boolean continues, boolean numbers) {

    /** A path that stands for the activation of one hidden layer by itself, which network.activation does not reach. */
    public static final String LAYER_ACTIVATION = "network.hidden.activation";

    /** Fields that would keep a preset from doing its work, if they came from another's. */
    private static final List<String> DECISIVE = List.of(
            "network.outputActivation",
            "network.initialWeights",
            "training.loss",
            "training.optimizer",
            "training.learningRate",
            "training.batchSize",
            "training.standardizeInputs",
            "training.standardizeAnswers");

    public Said {
        fields = List.copyOf(fields);
    }

    /** The change to another preset, which takes out what was said against it; null where a model is gone on from. */
    @Nullable
    Map<String, Object> preset(String name) {
        if (continues) {
            return null;
        }
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("preset", name);
        DECISIVE.stream().filter(fields::contains).forEach(path -> put(fix, path, null));
        return Collections.unmodifiableMap(fix);
    }

    /**
     * The change of one field or several; null where a model is gone on from and one of them is of its network or
     * encoding.
     *
     * @param values by path; null takes a field out
     */
    @Nullable
    Map<String, Object> change(Map<String, ? extends @Nullable Object> values) {
        boolean fixed = values.keySet().stream()
                .anyMatch(path -> path.startsWith("network.") || path.startsWith("training.standardize"));
        if (continues && fixed) {
            return null;
        }
        Map<String, Object> fix = new LinkedHashMap<>();
        values.forEach((path, value) -> put(fix, path, value));
        return Collections.unmodifiableMap(fix);
    }

    @SuppressWarnings("unchecked") // Only maps that were put here are below the top.
    private static void put(Map<String, Object> fix, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        Map<String, @Nullable Object> part = (Map<String, @Nullable Object>)
                fix.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<>());
        part.put(path.substring(dot + 1), value);
    }
}
