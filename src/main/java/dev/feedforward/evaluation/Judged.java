package dev.feedforward.evaluation;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Moment;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A model's answers to rows whose answers are known.
 *
 * @param meaning of the outputs, held against these answers
 * @param measured the outputs, and how good they are
 */
record Judged(Model model, RatedRows rows, OutputMeaning meaning, ModelEvaluator.Measured measured) {

    /** Puts the rows to the model. */
    static Judged of(Model model, RatedRows rows) {
        Encoding encoding = model.definition().encoding();
        Samples samples = rows.samples();
        OutputMeaning meaning = model.definition().meaning().against(encoding.classes(), samples.answers());
        return new Judged(model, rows, meaning, model.evaluator().measure(encoding.encode(samples)));
    }

    Matrix outputs() {
        return measured.outputs();
    }

    Matrix answers() {
        return rows.samples().answers();
    }

    /** How many rows there are. */
    int count() {
        return rows.samples().rows();
    }

    /** The classes' labels, in the order of the outputs; numbers from 0 where they have none. */
    List<String> labels() {
        Classes classes = model.definition().encoding().classes();
        if (classes != null) {
            return classes.labels();
        }
        int count = meaning == OutputMeaning.YES_OR_NO ? 2 : outputs().columns();
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    /** Which model on which rows, for a title. */
    String subject() {
        String part = switch (rows.part()) {
            case ALL -> "all rows";
            case TEST, TRAINING -> rows.part().name().toLowerCase(Locale.ROOT) + " rows";
        };
        return rows.dataset() == null
                ? "%s on its %s".formatted(model.ref(), part)
                : "%s on %s of %s".formatted(model.ref(), part, rows.dataset());
    }

    /**
     * Name of a file about it, without its ending.
     *
     * @param what is in it
     */
    String fileName(String what) {
        String about = rows.dataset() == null ? what : "on-%s-%s".formatted(rows.dataset(), what);
        Moment moment = model.moment();
        return moment == null
                ? model.ref().fileName(about)
                : "job-%d-iteration-%d-%s".formatted(moment.job(), moment.iteration(), about);
    }

    Part part() {
        return rows.part();
    }
}
