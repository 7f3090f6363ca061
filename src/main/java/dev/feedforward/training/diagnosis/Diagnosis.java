package dev.feedforward.training.diagnosis;

import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.training.history.CostHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what keeps a network from learning: in the rows before the training, in the network after it. Causes come
 * before what follows from them.
 */
public final class Diagnosis {

    /**
     * Causes that must go first: what is seen of rates, neurons and the cost says nothing as long as they are there.
     */
    private static final Set<String> ROOTS = Set.of(
            "answers_out_of_reach", "classes_without_classifier", "too_many_classes", "one_class", "constant_answers");

    private final Setup setup;

    public Diagnosis(Setup setup) {
        this.setup = setup;
    }

    /**
     * Warnings about the rows.
     *
     * @param training as they were given: before any standardisation, without the validation rows
     * @param encodedAnswers as the network is trained on them, rows × outputs
     * @param validation null for none
     */
    public List<Warning> beforeTraining(Samples training, Matrix encodedAnswers, @Nullable Samples validation) {
        List<Warning> warnings = new ArrayList<>();
        UnreachableAnswers.find(setup, training.answers(), encodedAnswers).ifPresent(warnings::add);
        if (training.rows() < 2) {
            warnings.add(FewAnswers.single());
            return List.copyOf(warnings);
        }
        OutputMeaning reading = setup.reading(training.answers());
        FewAnswers.find(setup, reading, training.answers())
                .or(() -> UnsuitedOutputs.find(setup))
                .ifPresent(warnings::add);
        addOfInputs(training.inputs(), warnings);
        MissingClasses.find(
                        reading, setup.classes(), training.answers(), validation == null ? null : validation.answers())
                .ifPresent(warnings::add);
        Optional<Warning> contradiction = ContradictoryRows.find(training);
        contradiction.ifPresent(warnings::add);
        Architecture architecture = setup.architecture();
        if (contradiction.isEmpty() && architecture.layers().size() == 1) {
            Separability.find(reading, architecture.layers().get(0), training)
                    .map(warning -> warning.withFix(setup.change(hiddenLayer())))
                    .ifPresent(warnings::add);
        }
        return List.copyOf(warnings);
    }

    private void addOfInputs(RowSource inputs, List<Warning> warnings) {
        boolean standardized = setup.settings().standardizeInputs();
        LayerSpec firstLayer = setup.architecture().layers().get(0);
        ConstantInputs.find(inputs, firstLayer.bias() || standardized).ifPresent(warnings::add);
        if (!standardized) {
            UnscaledInputs.find(inputs, setup.continues())
                    .map(warning -> warning.withFix(setup.change(Map.of("training.standardizeInputs", true))))
                    .ifPresent(warnings::add);
        }
    }

    /** A hidden layer that can draw any border; given weights would no longer fit. */
    private Map<String, Object> hiddenLayer() {
        Map<String, Object> changes = new LinkedHashMap<>(Map.of("network.hidden", List.of(4), "network.bias", true));
        if (setup.says("network.initialWeights")) {
            changes.put("network.initialWeights", null);
        }
        return changes;
    }

    /**
     * Warnings about a trained network, or how it came about. Not to be asked where the training diverged or was
     * cancelled; where it stopped early because the validation rows wanted it, give an empty history.
     *
     * @param inputs the training rows, as the network was given them
     * @param before the warnings about the rows
     */
    public List<Warning> afterTraining(
            Network network, RowSource inputs, CostHistory history, Figures figures, List<Warning> before) {
        boolean learned = Plateau.hasLearned(history, figures);
        boolean rooted = before.stream().map(Warning::code).anyMatch(ROOTS::contains);
        boolean unscaled = contains(before, "unscaled_inputs");
        List<Warning> silent = new ArrayList<>();
        List<Warning> stuck = new ArrayList<>();
        for (LayerActivity layer : LayerActivity.of(network, inputs)) {
            layer.deadNeurons(learned).map(this::withLeak).ifPresent(silent::add);
            if (!learned) {
                layer.saturation().ifPresent(stuck::add);
            }
        }
        if (!learned) {
            Plateau.find(history, figures).ifPresent(stuck::add);
        }
        List<Warning> warnings = new ArrayList<>();
        Optional<Warning> rate = learned || rooted
                ? Optional.empty()
                : LearningRates.find(setup, figures, !silent.isEmpty() || !stuck.isEmpty());
        rate.ifPresent(warnings::add);
        if (rate.isEmpty() && !rooted) {
            warnings.addAll(silent);
        }
        boolean explained = rooted || unscaled || rate.isPresent() || contains(before, "not_separable");
        UnansweredClasses.find(figures, explained).ifPresent(warnings::add);
        if (rate.isEmpty() && !rooted && !unscaled) {
            warnings.addAll(stuck);
        }
        return List.copyOf(warnings);
    }

    private static boolean contains(List<Warning> warnings, String code) {
        return warnings.stream().anyMatch(warning -> warning.code().equals(code));
    }

    private Warning withLeak(Warning dead) {
        return setup.says(Said.LAYER_ACTIVATION)
                ? dead
                : dead.withFix(setup.change(Map.of("network.activation", "leaky_relu")));
    }
}
