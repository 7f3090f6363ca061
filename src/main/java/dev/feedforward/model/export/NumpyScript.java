package dev.feedforward.model.export;

import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Parameters;
import java.util.Arrays;
import java.util.Locale;

/** Writes a model as a program in Python that needs numpy and nothing else. */
final class NumpyScript {

    private final Model model;
    private final Architecture architecture;
    private final NumpyEncoding encoding;
    private final StringBuilder script = new StringBuilder();

    private NumpyScript(Model model) {
        this.model = model;
        architecture = model.network().architecture();
        encoding = new NumpyEncoding(model.definition().encoding(), model.inputs());
    }

    /** The program, which prints what the model answers to {@code rows}. */
    static String of(Model model, NumpyRows rows) {
        NumpyScript writer = new NumpyScript(model);
        writer.head();
        writer.layers();
        writer.add(writer.encoding.constants());
        writer.activations();
        writer.add(writer.encoding.function());
        writer.predict();
        writer.main(rows);
        return writer.script.toString();
    }

    /** The name of the file. The hyphen keeps a model named numpy from being what is imported. */
    static String fileName(ModelRef ref) {
        return "%s-%d.py".formatted(ref.name(), ref.version());
    }

    private void head() {
        boolean math = architecture.layers().stream().map(LayerSpec::activation).anyMatch(NumpyActivation::needsMath);
        add("""
                #!/usr/bin/env python3
                # The network %s, version %d, as Feedforward %s trained it. It needs numpy and nothing else:
                #
                #     python3 %s
                #
                # prints its predictions. predict(rows) answers other rows.

                %simport sys

                import numpy as np
                """.formatted(
                        ascii(model.ref().name()),
                        model.ref().version(),
                        ascii(model.definition().provenance().version()),
                        ascii(fileName(model.ref())),
                        math ? "import math\n" : ""));
    }

    /** A text in a comment: without line breaks. */
    private static String ascii(String text) {
        String quoted = PythonText.of(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private void layers() {
        Parameters parameters = model.network().parameters();
        for (int l = 0; l < parameters.layers(); l++) {
            LayerSpec layer = architecture.layers().get(l);
            boolean output = l == parameters.layers() - 1;
            add("\n# %s: %d inputs x %d neurons, %s.\nW%d = np.array([\n"
                    .formatted(
                            output ? "Output layer" : "Hidden layer " + (l + 1),
                            architecture.fanIn(l),
                            layer.neurons(),
                            layer.activation().name().toLowerCase(Locale.ROOT),
                            l + 1));
            double[] weights = parameters.weights(l);
            for (int from = 0; from < weights.length; from += layer.neurons()) {
                add("    " + PythonText.list(Arrays.copyOfRange(weights, from, from + layer.neurons())) + ",\n");
            }
            add("])\n");
            if (layer.bias()) {
                add("b%d = np.array(%s)\n".formatted(l + 1, PythonText.list(parameters.biases(l))));
            }
        }
    }

    private void activations() {
        architecture.layers().stream()
                .map(LayerSpec::activation)
                .distinct()
                .map(NumpyActivation::definition)
                .forEach(this::add);
    }

    private void predict() {
        add("""


                def predict(rows):
                    ""\"What the network answers to each of a list of rows: rows x %d.""\"
                    a = encode(rows)
                """.formatted(architecture.outputs()));
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerSpec layer = architecture.layers().get(l);
            String sums = "a @ W%d".formatted(l + 1) + (layer.bias() ? " + b%d".formatted(l + 1) : "");
            add("    a = %s\n".formatted(NumpyActivation.call(layer.activation(), sums)));
        }
        add("    return %s\n".formatted(encoding.decoded("a")));
    }

    private void main(NumpyRows rows) {
        add("\n\n# %s\nROWS = [\n".formatted(rows.comment()));
        rows.rows().forEach(row -> add("    " + PythonText.list(row) + ",\n"));
        String answer = answer();
        add("""
                ]

                if __name__ == "__main__":
                    sys.stdout.reconfigure(errors="backslashreplace")
                    for row, outputs in zip(ROWS, predict(ROWS)):
                        print(row, "->", outputs.tolist()%s)
                """.formatted(answer.isEmpty() ? "" : ", " + answer));
    }

    /** What the outputs of a row stand for, as an expression; empty for numbers. */
    private String answer() {
        return switch (model.definition().meaning()) {
            case CLASSES -> encoding.hasLabels() ? "LABELS[outputs.argmax()]" : "outputs.argmax()";
            case YES_OR_NO -> "int(outputs[0] >= 0.5)";
            case BITS, NUMBERS -> "";
        };
    }

    private void add(String text) {
        script.append(text);
    }
}
