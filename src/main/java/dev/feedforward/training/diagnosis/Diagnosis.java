package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.Classes;
import dev.feedforward.model.Figures;
import dev.feedforward.model.OutputMeaning;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.RowSource;
import dev.feedforward.nn.Samples;
import dev.feedforward.training.history.CostHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what keeps a network from learning: in the rows before the training, in the network after it. */
public final class Diagnosis {

    private Diagnosis() {}

    /**
     * What is odd about the rows.
     *
     * @param classes the labels that the answers name, or null where they are numbers
     * @param training as they were given: before any standardisation, without the validation rows
     * @param validation null for none
     * @param standardized whether the inputs are standardised before the network sees them
     */
    public static List<Warning> beforeTraining(
            Architecture architecture,
            @Nullable Classes classes,
            Samples training,
            @Nullable Samples validation,
            boolean standardized) {
        if (training.rows() < 2) {
            // One row is a calculation to follow, not data to learn from.
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        LayerSpec firstLayer = architecture.layers().get(0);
        ConstantInputs.find(training.inputs(), firstLayer.bias() || standardized)
                .ifPresent(warnings::add);
        if (!standardized) {
            UnscaledInputs.find(training.inputs()).ifPresent(warnings::add);
        }
        OutputMeaning reading = OutputMeaning.of(architecture.outputActivation(), classes, training.answers());
        MissingClasses.find(reading, classes, training.answers(), validation == null ? null : validation.answers())
                .ifPresent(warnings::add);
        Optional<Warning> contradiction = ContradictoryRows.find(training);
        contradiction.ifPresent(warnings::add);
        if (contradiction.isEmpty() && architecture.layers().size() == 1) {
            Separability.find(reading, firstLayer, training).ifPresent(warnings::add);
        }
        return List.copyOf(warnings);
    }

    /**
     * What is odd about a trained network, or how it came about. Not to be asked where the training diverged or was
     * cancelled; where it stopped early because the validation rows wanted it, give an empty history.
     *
     * @param inputs the training rows, as the network was given them
     */
    public static List<Warning> afterTraining(Network network, RowSource inputs, CostHistory history, Figures figures) {
        List<Warning> warnings = new ArrayList<>();
        boolean learned = Plateau.hasLearned(history, figures);
        LayerActivity.of(network, inputs).forEach(layer -> {
            layer.deadNeurons(learned).ifPresent(warnings::add);
            if (!learned) {
                layer.saturation().ifPresent(warnings::add);
            }
        });
        if (!learned) {
            Plateau.find(history, figures).ifPresent(warnings::add);
        }
        return List.copyOf(warnings);
    }
}
