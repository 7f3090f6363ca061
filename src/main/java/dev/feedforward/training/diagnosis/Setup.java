package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.data.Matrix;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training that is looked at: what is trained, and how.
 *
 * @param classes the labels that the answers name, or null where they are numbers
 * @param said null where it is not known, as of jobs of earlier versions: nothing can be said then of changing it
 */
public record Setup(
        Architecture architecture,
        @Nullable Classes classes,
        TrainingSettings settings,
        @Nullable Said said) {

    Activation output() {
        return architecture.outputActivation();
    }

    /** @param answers as they were given */
    OutputMeaning reading(Matrix answers) {
        return OutputMeaning.learnedBy(output(), classes, settings.standardizeAnswers(), answers);
    }

    /** Whether answers are standardised, which labels never are. */
    boolean standardizesAnswers() {
        return classes == null && settings.standardizeAnswers();
    }

    /** Whether network and encoding are those of a model that the training goes on from. */
    boolean continues() {
        return said != null && said.continues();
    }

    /** Whether the request says the field at {@code path} itself. */
    boolean says(String path) {
        return said != null && said.fields().contains(path);
    }

    /** The change to another preset; null where none is possible. */
    @Nullable
    Map<String, Object> preset(String name) {
        return said == null ? null : said.preset(name);
    }

    /** The change of fields, by path; null where none is possible. */
    @Nullable
    Map<String, Object> change(Map<String, ? extends @Nullable Object> values) {
        return said == null ? null : said.change(values);
    }
}
