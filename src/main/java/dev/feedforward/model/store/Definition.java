package dev.feedforward.model.store;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * What a model is, all but its weights.
 *
 * @param meaning of its outputs; models of the first versions were stored without it
 */
public record Definition(
        Architecture architecture,
        Encoding encoding,
        TrainingSettings training,
        Figures figures,
        Provenance provenance,
        OutputMeaning meaning) {

    /** @param meaning null to find it out */
    public Definition(
            Architecture architecture,
            Encoding encoding,
            TrainingSettings training,
            Figures figures,
            Provenance provenance,
            @Nullable OutputMeaning meaning) {
        this.architecture = architecture;
        this.encoding = encoding;
        this.training = training;
        this.figures = figures;
        this.provenance = provenance;
        this.meaning = meaning != null ? meaning : OutputMeaning.of(architecture, encoding, figures);
    }

    /** The same with {@code outputs} for what is answered to each test row; null for none. */
    Definition withTestOutputs(double @Nullable [][] outputs) {
        return new Definition(architecture, encoding, training, figures.withTestOutputs(outputs), provenance, meaning);
    }
}
