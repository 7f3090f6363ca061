package dev.feedforward.training.diagnosis;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Loss;
import java.util.List;
import java.util.Optional;

/** Finds outputs that are no probabilities of the classes which the answers name. */
final class UnsuitedOutputs {

    private UnsuitedOutputs() {}

    /** Looks at the output layer and the loss; several sigmoids with binary cross-entropy are one against the rest. */
    static Optional<Warning> find(Setup setup) {
        Classes classes = setup.classes();
        Loss loss = setup.settings().loss();
        if (classes == null
                || classes.labels().size() < 2
                || setup.output() == Activation.SOFTMAX
                || loss == Loss.BINARY_CROSS_ENTROPY) {
            return Optional.empty();
        }
        List<String> labels = classes.labels();
        return Optional.of(new Warning(
                "classes_without_classifier",
                ("The answers are %,d classes (%s), but %s outputs and the loss %s are made for numbers: the outputs are"
                                + " no probabilities, and classes are learned slowly or not at all.")
                        .formatted(
                                labels.size(), Wording.list(labels), Wording.name(setup.output()), Wording.name(loss)),
                (setup.continues() ? "Train a new model, " : "Say ") + Wording.preset("classifier") + ".",
                setup.preset("classifier")));
    }
}
