package dev.feedforward.training.recipe;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Definition;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Provenance;
import dev.feedforward.model.store.SeenRows;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.diagnosis.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a recipe says, found and worked out: what its training, every replay of it and every look at it begin with.
 * Does not change while networks are trained with it, and may be asked by several threads.
 */
public final class PreparedTraining {

    private final Recipe recipe;
    private final @Nullable Model start;
    private final TrainingData data;
    private final @Nullable Classes classes;
    private final TrainingRows rows;
    private final Encoding encoding;
    private final TrainingRows encoded;
    private final String version;
    private @Nullable SeenRows seenRows;
    private @Nullable String dataSha256;

    /**
     * Finds what a recipe names.
     *
     * @param version the service's
     */
    public PreparedTraining(Recipe recipe, TrainingDataReader reader, String version) {
        this(recipe, reader.start(recipe.from()), reader.read(recipe), version);
    }

    /** The same of what is found already. */
    public PreparedTraining(Recipe recipe, @Nullable Model start, TrainingData data, String version) {
        this.recipe = recipe;
        this.start = start;
        this.data = data;
        this.version = version;
        classes = data.classes(start);
        rows = recipe.rows(data, classes);
        encoding = recipe.encoding(start, rows.training(), data);
        encoded = rows.map(
                encoding::encode,
                encoding::encodeInputs,
                encoding.outputUnits(recipe.architecture().outputs()));
    }

    /** Bytes that training takes with all that belongs to it. */
    public long bytes() {
        return TrainingMemory.bytes(recipe, data.rows())
                + data.bytes()
                + data.size().workedOutBytes(recipe.architecture());
    }

    public Recipe recipe() {
        return recipe;
    }

    /** The same rows and first weights with other settings. */
    public PreparedTraining with(TrainingSettings settings) {
        return new PreparedTraining(recipe.with(settings), start, data, version);
    }

    /** What the outputs stand for; null where the answers are numbers. */
    @Nullable
    public Classes classes() {
        return classes;
    }

    /** The rows in the units in which they were given. */
    public TrainingRows rows() {
        return rows;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** What is odd about the data set, of what only its file tells. */
    public List<Warning> dataWarnings() {
        return data.warnings().stream()
                .filter(DataWarning::concernsTraining)
                .map(warning -> new Warning(warning.code(), warning.detail(), warning.action()))
                .toList();
    }

    /** Meaning of the outputs. */
    public OutputMeaning meaning() {
        return OutputMeaning.learnedBy(
                recipe.architecture().outputActivation(),
                encoding.classes(),
                encoding.answers() != null,
                rows.training().answers());
    }

    /** The rows as the network takes them. */
    public TrainingRows encoded() {
        return encoded;
    }

    /** A new network with the first weights. */
    public Network network() {
        return recipe.network(start);
    }

    /** What trains {@code network}, which is changed in place. */
    public Trainer trainer(Network network, int threads) {
        return new Trainer(network, encoded, recipe.settings().plan(), new Kernels(threads));
    }

    /** What a network with these parameters is. */
    public Definition definition(Parameters parameters, Figures figures) {
        DatasetSource dataset = recipe.dataset();
        Provenance provenance = Provenance.of(
                        dataSha256(), parameters, recipe.settings().seed(), version)
                .on(dataset == null ? null : dataset.told());
        return new Definition(recipe.architecture(), encoding, recipe.settings(), figures, provenance, meaning());
    }

    /** The rows that it is trained on. */
    public synchronized SeenRows seenRows() {
        SeenRows known = seenRows;
        if (known == null) {
            known = SeenRows.of(data.inputs());
            seenRows = known;
        }
        return known;
    }

    private synchronized String dataSha256() {
        String known = dataSha256;
        if (known == null) {
            known = Provenance.sha256(data.training(classes));
            dataSha256 = known;
        }
        return known;
    }
}
