package dev.feedforward.training.remedy;

import dev.feedforward.error.Problem;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.diagnosis.Wording;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.recipe.DatasetSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A training whose numbers grew beyond what a double can hold, as its owner is told.
 *
 * @param iteration at which the loss, or the cost, was no longer a finite number
 * @param iterations that there were to be
 * @param last the last recorded point before; null where there was none
 * @param remedy what came of trying other recipes
 * @param dataset that was trained on; null where the rows came with the request
 */
public record Divergence(
        long iteration,
        long iterations,
        @Nullable CostPoint last,
        Remedy remedy,
        @Nullable DatasetSource dataset) {

    /** Why the job failed. */
    public Problem problem() {
        return new ServiceException(ProblemType.DIVERGED, detail(), action()).problem();
    }

    /** The same, with the part of the request to change. */
    public Warning warning() {
        Remedy.Trial held = remedy.held();
        return new Warning("diverged", detail(), action(), held == null ? null : held.fix());
    }

    private String detail() {
        return "The training diverged: at iteration %,d of %,d its loss was no longer a finite number%s. It left no model; its cost history is kept."
                .formatted(
                        iteration,
                        iterations,
                        last == null
                                ? ""
                                : ", after %s at the last recorded point before"
                                        .formatted(Wording.number(last.loss())));
    }

    private String action() {
        Remedy.Trial held = remedy.held();
        if (held != null) {
            return "Train again with %s in %s: tried for %,d of %,d updates, with that the loss fell from %s to %s."
                    .formatted(
                            json(held.fix()),
                            dataset == null
                                    ? "the request"
                                    : "a JSON request for the data set, " + json(Map.of("dataset", dataset.name())),
                            held.updates(),
                            iterations,
                            Wording.number(held.before()),
                            Wording.number(held.after()));
        }
        return remedy.tried() == 0
                ? "Lower training.learningRate, or scale inputs and answers to about -1 to 1. No other recipe was tried out"
                        + " here, as that would have taken too long."
                : "Look for numbers out of all proportion in the rows. %d gentler recipes were tried (lower learning rates, a clipped gradient, scaled rows where they are large), and none held."
                        .formatted(remedy.tried());
    }

    private static String json(Map<String, Object> fix) {
        return JsonMapper.shared().writeValueAsString(fix);
    }
}
