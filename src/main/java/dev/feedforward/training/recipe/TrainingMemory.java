package dev.feedforward.training.recipe;

import dev.feedforward.error.Faults;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Shrinkable;
import dev.feedforward.memory.MemoryLimits;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Architecture;
import dev.feedforward.training.diagnosis.Warning;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Memory that trainings take, by arithmetic: a training begins once what it needs is free. */
@Component
public class TrainingMemory {

    /** An activation is kept with the sum that it comes from and its derivative. */
    private static final int NUMBERS_AN_ACTIVATION = 3;

    /** A point of the cost history. */
    private static final int NUMBERS_A_POINT = 5;

    private static final String LARGER_HEAP = "start the service with a larger heap, java -Xmx….";

    /** A training that may have to wait for its memory. */
    public interface Waiting {

        /** Tells its owner what it waits for; null for nothing any more. */
        void await(@Nullable Warning what);

        /** Whether there is no need to wait any longer. */
        boolean isToldToStop();
    }

    private final TrainingDataReader reader;
    private final long most;
    private final MemoryBudget trainings;
    private final MemoryBudget budget;

    /** @param budget what trainings and requests share */
    TrainingMemory(TrainingDataReader reader, MemoryLimits limits, MemoryBudget budget) {
        this.reader = reader;
        most = limits.trainingBytes();
        trainings = new MemoryBudget(most);
        this.budget = budget;
    }

    /**
     * Bytes that a training takes at its fullest, which is while its checkpoint is written: the parameters with what
     * the optimizer and early stopping remember of them, these again as a copy, and again as bytes; the gradient; and
     * the activations of a batch; and the cost history.
     *
     * @param rows to train on
     */
    static long bytes(Recipe recipe, long rows) {
        Architecture architecture = recipe.architecture();
        TrainingSettings settings = recipe.settings();
        long remembered = 1L + settings.optimizer().optimizer().memory() + (settings.earlyStopping() == null ? 0 : 1);
        Integer batchSize = settings.batchSize();
        long together = batchSize == null ? rows : Math.min(batchSize, rows);
        return Double.BYTES
                * (architecture.parameters() * (1 + 3 * remembered)
                        + NUMBERS_AN_ACTIVATION * together * architecture.neurons()
                        + NUMBERS_A_POINT * settings.points());
    }

    /** The same with the rows, which are not read for it, and with what is worked out from them. */
    public long bytes(Recipe recipe) {
        RowsSize rows = reader.size(recipe);
        return bytes(recipe, rows.rows()) + rows.bytes() + rows.workedOutBytes(recipe.architecture());
    }

    /** Bytes that all trainings together may take. */
    public long most() {
        return most;
    }

    /** Whether a training can ever have the memory that it takes. */
    public void check(Recipe recipe, Faults faults) {
        long bytes = bytes(recipe);
        if (!trainings.canHold(bytes)) {
            faults.add(
                    "#/network/hidden",
                    told(bytes, most)
                            + ": use smaller layers or batches, fewer rows, or an optimizer that remembers less, as sgd"
                            + " does");
        }
    }

    /**
     * Reserves {@code bytes}, as soon as other trainings and requests have left enough.
     *
     * @param training which tells meanwhile that it waits
     * @return nothing if it was told to stop meanwhile
     * @throws ServiceException if it takes more than there is, as when the service was started again with less
     */
    public Optional<Shrinkable> reserve(long bytes, Waiting training) {
        if (!trainings.canHold(bytes)) {
            throw new ServiceException(
                    ProblemType.TRAINING_FAILED,
                    "Not begun, as " + told(bytes, most) + ".",
                    "Train a smaller network, or " + LARGER_HEAP);
        }
        Optional<Shrinkable> free = both(trainings.reserveNow(bytes), () -> budget.reserveNow(bytes));
        if (free.isPresent()) {
            return free;
        }
        training.await(Warning.waitsForMemory(megabytes(bytes), megabytes(most)));
        try {
            return both(
                    trainings.reserve(bytes, training::isToldToStop),
                    () -> budget.reserve(bytes, training::isToldToStop));
        } finally {
            training.await(null);
        }
    }

    /** Of what trainings may take requests may have a part at the moment, so it is reserved in all as well. */
    private static Optional<Shrinkable> both(Optional<Shrinkable> own, Supplier<Optional<Shrinkable>> reserveInAll) {
        return own.flatMap(held -> {
            Optional<Shrinkable> all = reserveInAll.get();
            if (all.isEmpty()) {
                held.close();
            }
            return all.map(shared -> new Both(held, shared));
        });
    }

    private record Both(Shrinkable own, Shrinkable all) implements Shrinkable {

        @Override
        public void shrinkTo(long kept) {
            all.shrinkTo(kept);
            own.shrinkTo(kept);
        }

        @Override
        public void close() {
            all.close();
            own.close();
        }
    }

    /** How much a training takes of how much there is, as a clause. */
    static String told(long bytes, long most) {
        return "training this network takes %,d MB of memory, of at most %,d".formatted(megabytes(bytes), most >> 20);
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
