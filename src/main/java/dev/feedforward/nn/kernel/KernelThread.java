package dev.feedforward.nn.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that computes parts of products for whoever claims it. There is one fewer than processors, shared by
 * all kernels; kernels that find none free do all the work themselves, with the same result.
 *
 * <p>It spins for a while before it parks, as the next product of a training follows within microseconds and waking a
 * thread takes longer than that.
 */
final class KernelThread {

    /** How often to look for work, or for its end, before giving way: some tens of microseconds. */
    static final int SPINS = 2_000;

    private static final KernelThread[] ALL = IntStream.range(
                    1, Runtime.getRuntime().availableProcessors())
            .mapToObj(KernelThread::new)
            .toArray(KernelThread[]::new);

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Thread thread;
    private volatile @Nullable Part part;
    private volatile boolean parked;

    private KernelThread(int number) {
        thread = new Thread(this::help, "kernel-" + number);
        thread.setDaemon(true);
    }

    /** A thread that nobody else has, or null; it is the caller's until {@link #release}. */
    static @Nullable KernelThread claim() {
        for (KernelThread other : ALL) {
            if (!other.claimed.get() && other.claimed.compareAndSet(false, true)) {
                return other;
            }
        }
        return null;
    }

    void release() {
        claimed.set(false);
    }

    void start(Part next) {
        part = next;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else if (parked) {
            LockSupport.unpark(thread);
        }
    }

    private void help() {
        while (true) {
            Part next = awaitPart();
            part = null;
            try {
                next.help();
            } catch (RuntimeException | Error e) {
                // The claimant repeats what failed, in its own thread.
            }
        }
    }

    private Part awaitPart() {
        for (int spins = 0; ; spins++) {
            Part next = part;
            if (next != null) {
                return next;
            }
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                park();
            }
        }
    }

    private void park() {
        parked = true;
        if (part == null) {
            LockSupport.park(this);
        }
        parked = false;
    }
}
