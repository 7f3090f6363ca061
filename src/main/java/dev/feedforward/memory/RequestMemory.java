package dev.feedforward.memory;

import dev.feedforward.error.ProblemType;
import dev.feedforward.memory.MemoryBudget.Reservation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Memory that the thread's request takes, by arithmetic. Whoever allocates what a request decides the size of takes it
 * here first, wherever it is in the course of the request: it is refused while nothing has been allocated, and all is
 * given back at the request's end.
 *
 * <p>On a thread that answers no request, such as one that trains, nothing is taken: who began it has reserved enough.
 */
public final class RequestMemory {

    /** Bytes that every request has without being asked, so that small ones never depend on large ones. */
    static final long SMALL = 256 * 1024;

    /** Bytes that are reserved at a time. */
    private static final long STEP = 1 << 20;

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final ThreadLocal<@Nullable RequestMemory> CURRENT = new ThreadLocal<>();

    private final MemoryBudget budget;
    private final Deque<Part> parts = new ArrayDeque<>();
    private long reserved = SMALL;
    private long taken;

    private RequestMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * From now on this thread answers a request, until what is returned is closed: all that was taken is given back.
     */
    public static Reservation begin(MemoryBudget budget) {
        RequestMemory own = new RequestMemory(budget);
        CURRENT.set(own);
        return () -> {
            CURRENT.remove();
            own.keep(0);
        };
    }

    /**
     * Takes so many bytes more.
     *
     * @throws MemoryRefusedException if there are fewer in all, or left by others at this moment
     */
    public static void take(long bytes) {
        RequestMemory own = CURRENT.get();
        if (own != null) {
            own.add(bytes);
        }
    }

    /**
     * Reserves so many bytes, if they are not yet, without taking them: of what is about to be read all at once, and
     * counted as it is.
     *
     * @throws MemoryRefusedException as {@link #take} does
     */
    public static void require(long bytes) {
        RequestMemory own = CURRENT.get();
        if (own != null) {
            own.reserve(Math.addExact(own.taken, bytes));
        }
    }

    /** What is taken from now on is given back when what is returned is closed. */
    public static Reservation passing() {
        RequestMemory own = CURRENT.get();
        long before = own == null ? 0 : own.taken;
        return () -> {
            if (own != null) {
                own.keep(before);
            }
        };
    }

    /** Gives back so many of the bytes that were taken. */
    public static void giveBack(long bytes) {
        RequestMemory own = CURRENT.get();
        if (own != null) {
            own.keep(own.taken - bytes);
        }
    }

    private void add(long bytes) {
        long wanted = Math.addExact(taken, bytes);
        reserve(wanted);
        taken = wanted;
    }

    private void reserve(long wanted) {
        if (wanted > reserved) {
            long more = (wanted - reserved + STEP - 1) / STEP * STEP;
            if (!budget.canHold(reserved - SMALL + more)) {
                throw tooLarge(wanted);
            }
            parts.addLast(new Part(more, budget.reserveNow(more).orElseThrow(() -> tooFull(wanted))));
            reserved += more;
        }
    }

    private void keep(long wanted) {
        taken = wanted;
        while (!parts.isEmpty() && reserved - parts.getLast().bytes() >= wanted) {
            Part last = parts.removeLast();
            reserved -= last.bytes();
            last.reservation().close();
        }
    }

    private record Part(long bytes, Reservation reservation) {}

    private MemoryRefusedException tooLarge(long wanted) {
        return new MemoryRefusedException(
                ProblemType.TOO_LARGE_FOR_MEMORY,
                "This takes %,d MB of memory or more, of at most %,d."
                        .formatted(megabytes(wanted), budget.bytes() >> 20),
                ProblemType.TOO_LARGE_FOR_MEMORY.remedy(),
                null);
    }

    private MemoryRefusedException tooFull(long wanted) {
        return new MemoryRefusedException(
                ProblemType.UNAVAILABLE,
                "This takes %,d MB of memory or more; other requests and trainings have most of the %,d that there are."
                        .formatted(megabytes(wanted), budget.bytes() >> 20),
                "Ask again after the seconds that the header Retry-After says, or for less at a time;"
                        + " if it stays so, start the service with a larger heap, java -Xmx….",
                SOON);
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
