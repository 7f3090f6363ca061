package dev.feedforward.insight.step;

import dev.feedforward.insight.landscape.WeightProbe;
import dev.feedforward.insight.step.Step.LayerOfStep;
import dev.feedforward.model.settings.ScheduleSettings;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Gradient;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Workspace;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingPlan;
import dev.feedforward.nn.training.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One iteration of a model's training, with every number kept. The batch is all rows that it is given. */
final class OneIteration {

    private static final TrainingListener NOBODY = new TrainingListener() {
        @Override
        public boolean continueAt(long iteration) {
            return true;
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {
            // The costs are measured before and after.
        }
    };

    private final Model model;
    private final TrainingSettings training;
    private final Samples rows;
    private final boolean answered;
    private final double learningRate;
    private final WeightProbe probe;

    /**
     * An iteration over {@code rows}.
     *
     * @param rows in their own units; their answers say nothing unless {@code answered}
     */
    OneIteration(Model model, Samples rows, boolean answered, double learningRate) {
        this.model = model;
        this.rows = rows;
        this.answered = answered;
        this.learningRate = learningRate;
        training = model.definition().training();
        probe = WeightProbe.encoded(model, rows);
    }

    /** Every number of the iteration, and its story. */
    Step step() {
        Parameters before = model.network().parameters();
        List<LayerOfStep> fed = fed();
        Matrix outputs = model.outputs(rows.inputs());
        if (!answered) {
            return step(fed, outputs, null, null);
        }
        Evaluation now = probe.measure();
        Gradient gradient = probe.backward(probe.forward());
        TrainingPlan plan = training.plan().ofOneIteration(learningRate);
        new Trainer(probe.network(), TrainingRows.of(probe.samples()), plan).advance(1, NOBODY);
        List<LayerOfStep> corrected = IntStream.range(0, before.layers())
                .mapToObj(l -> corrected(fed.get(l), gradient, l))
                .toList();
        return step(corrected, outputs, now, probe.measure());
    }

    private Step step(List<LayerOfStep> layers, Matrix outputs, @Nullable Evaluation now, @Nullable Evaluation after) {
        Step step = new Step(
                model.ref(),
                rows.rows(),
                rows.inputs().toMatrix().toRows(),
                answered ? rows.answers().toRows() : null,
                learningRate,
                training.optimizer().name(),
                note(),
                layers,
                outputs.toRows(),
                answered ? difference(outputs, rows.answers()).toRows() : null,
                now == null ? null : now.cost(),
                now == null ? null : now.loss(),
                after == null ? null : after.cost(),
                after == null ? null : after.loss(),
                List.of());
        return step.told(new StepStory(step, training.loss(), probe.samples()).parts());
    }

    private List<LayerOfStep> fed() {
        Architecture architecture = probe.network().architecture();
        Workspace workspace = probe.forward();
        List<LayerOfStep> layers = new ArrayList<>();
        Matrix inputs = probe.samples().inputs().toMatrix();
        int count = architecture.layers().size();
        for (int l = 0; l < count; l++) {
            LayerSpec layer = architecture.layers().get(l);
            Matrix activations = ofRows(layer.neurons(), workspace.activations(l));
            layers.add(new LayerOfStep(
                    l,
                    l == count - 1 ? "output layer" : "hidden layer " + (l + 1),
                    layer.activation(),
                    inputs.toRows(),
                    weights(model.network().parameters(), l),
                    biases(model.network().parameters(), l),
                    ofRows(layer.neurons(), workspace.weightedSums(l)).toRows(),
                    activations.toRows(),
                    null,
                    null,
                    null,
                    null,
                    null));
            inputs = activations;
        }
        return layers;
    }

    private LayerOfStep corrected(LayerOfStep fed, Gradient gradient, int l) {
        int neurons = probe.network().architecture().layers().get(l).neurons();
        return new LayerOfStep(
                l,
                fed.name(),
                fed.activation(),
                fed.inputs(),
                fed.weights(),
                fed.biases(),
                fed.weightedSums(),
                fed.activations(),
                ofRows(neurons, gradient.deltas(l)).toRows(),
                weights(gradient.parameters(), l),
                biases(gradient.parameters(), l),
                weights(probe.parameters(), l),
                biases(probe.parameters(), l));
    }

    private Matrix ofRows(int columns, double[] values) {
        return new Matrix(rows.rows(), columns, Arrays.copyOf(values, rows.rows() * columns));
    }

    private double[][] weights(Parameters of, int l) {
        Architecture architecture = probe.network().architecture();
        return new Matrix(architecture.fanIn(l), architecture.layers().get(l).neurons(), of.weights(l)).toRows();
    }

    private double @Nullable [] biases(Parameters of, int l) {
        return probe.network().architecture().layers().get(l).bias()
                ? of.biases(l).clone()
                : null;
    }

    private static Matrix difference(Matrix outputs, Matrix answers) {
        double[] errors = outputs.values().clone();
        for (int i = 0; i < errors.length; i++) {
            errors[i] -= answers.values()[i];
        }
        return new Matrix(outputs.rows(), outputs.columns(), errors);
    }

    /** What of the training this step leaves out or does otherwise. */
    private @Nullable String note() {
        List<String> notes = new ArrayList<>();
        if (training.optimizer().optimizer().memory() > 0 && answered) {
            notes.add("The optimizer starts afresh: what it remembers of earlier iterations is not known here.");
        }
        if (model.network().architecture().layers().stream().anyMatch(layer -> layer.dropout() > 0)) {
            notes.add("Dropout is off.");
        }
        if (training.learningRateSchedule().name() != ScheduleSettings.Name.CONSTANT && answered) {
            notes.add("The learning rate is taken without its schedule.");
        }
        if ((training.l1() != 0 || training.l2() != 0 || training.gradientClipping() != null) && answered) {
            notes.add("Penalties and clipping are in the corrected weights, but not in the loss and the gradients.");
        }
        if (model.definition().encoding().inputs() != null) {
            notes.add("The first layer's inputs are standardised: less the mean, divided by the deviation.");
        }
        if (model.definition().encoding().answers() != null) {
            notes.add("The network answers in standardised units; outputs, answers, errors and cost are in the"
                    + " answers' own.");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }
}
