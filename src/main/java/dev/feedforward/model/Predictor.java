package dev.feedforward.model;

import dev.feedforward.dataset.rows.AskedRows;
import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a model. */
public final class Predictor {

    /** Numbers that are answered at a time: 40 MB. */
    private static final long MAX_ANSWERS = 5_000_000;

    private Predictor() {}

    /**
     * What {@code model} answers to each row, by position or by name.
     *
     * @throws InvalidRequestException if rows do not fit the columns that the model was trained on
     * @throws ServiceException as {@link #predict(Model, Matrix)} does
     */
    public static List<Prediction> predict(Model model, AskedRows rows) {
        Faults faults = new Faults();
        Matrix inputs = rows.encode(model.definition().encoding().columns(), faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return predict(model, inputs);
    }

    /**
     * What {@code model} answers to each row.
     *
     * @param inputs rows × inputs
     * @return one a row, computed anew each time that it is asked for
     * @throws ServiceException if the rows have another number of inputs than the model, or would get too many answers
     */
    public static List<Prediction> predict(Model model, RowSource inputs) {
        checkSize(model, inputs.columns());
        long answers = (long) inputs.rows() * model.network().architecture().outputs();
        if (answers > MAX_ANSWERS) {
            throw tooMany(model, inputs.rows(), answers);
        }
        // Inputs and outputs are there in both units.
        RequestMemory.take(Double.BYTES * (inputs.rows() * (long) inputs.columns() + 2 * answers));
        Matrix outputs = model.outputs(inputs);
        // Each is made when it is asked for: a million predictions take far more memory than their numbers.
        return new AbstractList<>() {
            @Override
            public Prediction get(int row) {
                return prediction(model, inputs, outputs, row);
            }

            @Override
            public int size() {
                return inputs.rows();
            }
        };
    }

    /** @throws ServiceException if {@code model} does not take {@code inputs} numbers for a row */
    public static void checkSize(Model model, int inputs) {
        if (inputs != model.inputs()) {
            throw wrongSize(model, inputs);
        }
    }

    private static Prediction prediction(Model model, RowSource inputs, Matrix outputs, int row) {
        double[] given = inputs.row(row);
        double[] answered = outputs.row(row);
        return new Prediction(
                bits(given),
                given,
                answered,
                model.answer(answered),
                model.seenRows().contains(inputs, row));
    }

    private static @Nullable String bits(double[] inputs) {
        boolean allBits = Arrays.stream(inputs).allMatch(input -> input == 0.0 || input == 1.0);
        return allBits
                ? Arrays.stream(inputs)
                        .mapToObj(input -> input == 1.0 ? "1" : "0")
                        .collect(Collectors.joining())
                : null;
    }

    private static ServiceException tooMany(Model model, int rows, long answers) {
        return new ServiceException(
                ProblemType.TOO_MANY_ANSWERS,
                "%d rows through the %d outputs of %s are %d numbers, of at most %d."
                        .formatted(rows, model.network().architecture().outputs(), model.ref(), answers, MAX_ANSWERS),
                ProblemType.TOO_MANY_ANSWERS.remedy());
    }

    private static ServiceException wrongSize(Model model, int given) {
        return new ServiceException(
                ProblemType.WRONG_INPUT_SIZE,
                "%d inputs were given, but the network of %s takes %d.".formatted(given, model.ref(), model.inputs()),
                "Give %d inputs%s, or name another model with model= and version=."
                        .formatted(
                                model.inputs(),
                                model.inputs() <= 64
                                        ? ", as in bits="
                                                + "01".repeat(model.inputs()).substring(0, model.inputs())
                                        : ""));
    }
}
