package dev.feedforward.insight.weights;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;

/** How much one answer may tell of a network. */
public final class Size {

    /** Numbers of an answer: some ten megabytes. */
    static final long MOST_NUMBERS = 500_000;

    private Size() {}

    /** @throws ServiceException if {@code model} has more weights than one answer tells */
    static void checkParameters(Model model) {
        check(model, model.network().architecture().parameters());
    }

    /** @throws ServiceException if {@code numbers} of {@code model} are more than one answer tells */
    public static void check(Model model, long numbers) {
        if (numbers > MOST_NUMBERS) {
            throw new ServiceException(
                    ProblemType.MODEL_TOO_LARGE,
                    "That would be %d numbers of %s, of at most %d.".formatted(numbers, model.ref(), MOST_NUMBERS),
                    "Ask for less, or look at a smaller network.");
        }
    }
}
