package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The course's example as numpy computes it; see the first field of the file. */
public record CourseReference(
        double[][] inputs,
        double[][] answers,
        double[][] testInputs,
        LayerWeights initialWeights,
        List<Long> iteration,
        double[] cost,
        double[] costRoundedTo3Decimals,
        LayerWeights finalWeights,
        double[][] testOutputs,
        Map<String, Double> outputsOfAll16Patterns,
        String what) {

    /** Weights as inputs × neurons. */
    public record LayerWeights(double[][] hidden, double[][] output) {}

    public static CourseReference load() {
        try (InputStream json = CourseReference.class.getResourceAsStream("/reference/course.json")) {
            return JsonMapper.shared().readValue(json, CourseReference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Samples training() {
        return new Samples(Matrix.of(inputs), Matrix.of(answers));
    }
}
