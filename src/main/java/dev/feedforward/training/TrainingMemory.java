package dev.feedforward.training;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.model.TrainingSettings;
import dev.feedforward.nn.Architecture;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Memory that trainings take, by arithmetic: a training begins once what it needs is free. */
@Component
class TrainingMemory {

    /** An activation is kept with the sum that it comes from and its derivative. */
    private static final int NUMBERS_AN_ACTIVATION = 3;

    private static final String LARGER_HEAP = "start the service with a larger heap, java -Xmx….";

    private static final Duration SOON = Duration.ofSeconds(5);

    private final long most;
    private final MemoryBudget budget;

    TrainingMemory(TrainingLimits limits) {
        most = limits.memoryBytes();
        budget = new MemoryBudget(most);
    }

    /**
     * Bytes that a training takes at its fullest, which is while its checkpoint is written: the parameters with what
     * the optimizer and early stopping remember of them, these again as a copy, and again as bytes; the gradient; and
     * the activations of a batch.
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
                        + NUMBERS_AN_ACTIVATION * together * architecture.neurons());
    }

    /**
     * Reserves what {@code training} takes, as soon as other trainings have left enough.
     *
     * @return nothing if it was told to stop meanwhile
     * @throws ServiceException if it takes more than there is, as when the service was started again with less
     */
    Optional<Reservation> reserve(PreparedTraining training, BooleanSupplier isToldToStop) {
        long bytes = bytes(training.recipe(), training.rows().training().rows());
        if (!budget.canHold(bytes)) {
            throw new ServiceException(
                    ProblemType.TRAINING_FAILED,
                    "Not begun, as " + told(bytes, most) + ".",
                    "Train a smaller network, or " + LARGER_HEAP);
        }
        return budget.reserve(bytes, isToldToStop);
    }

    /** @throws ServiceException if the jobs that train leave too little for another training like {@code training} */
    void refuseBesideOthers(PreparedTraining training) {
        long bytes = bytes(training.recipe(), training.rows().training().rows());
        if (!budget.hasFree(bytes)) {
            throw new ServiceException(
                    ProblemType.UNAVAILABLE,
                    "Not gone through again now, as " + told(bytes, most)
                            + ", and trainings that go on have most of that.",
                    "Ask again when they have ended, or " + LARGER_HEAP,
                    SOON);
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
