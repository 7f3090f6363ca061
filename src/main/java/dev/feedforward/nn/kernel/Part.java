package dev.feedforward.nn.kernel;

import java.util.concurrent.atomic.AtomicReference;

/** A rectangle of a product's output, with the memory to compute it. Whoever takes it first computes it. */
final class Part {

    private final Loops loops;
    private final Product product;
    private int fromRow;
    private int toRow;
    private int fromColumn;
    private int toColumn;

    private enum State {
        OFFERED,
        TAKEN,
        DONE,
        FAILED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.DONE);

    Part(Loops loops, Product product) {
        this.loops = loops;
        this.product = product;
    }

    /** Makes this share {@code index} of {@code count} of the rows or the columns, whichever are more. */
    void offerShare(int index, int count) {
        boolean byRows = product.rows >= product.columns;
        fromRow = byRows ? bound(product.rows, index, count) : 0;
        toRow = byRows ? bound(product.rows, index + 1, count) : product.rows;
        fromColumn = byRows ? 0 : bound(product.columns, index, count);
        toColumn = byRows ? product.columns : bound(product.columns, index + 1, count);
        state.set(State.OFFERED);
    }

    /** Bounds are multiples of 16, which two vectors of any width divide, so that few tiles are cut. */
    private static int bound(int lines, int index, int count) {
        return index == count ? lines : (int) ((long) lines * index / count) & -16;
    }

    /** For the helping thread: computes this part unless somebody else has taken it. */
    void help() {
        if (take()) {
            State end = State.FAILED;
            try {
                multiply();
                end = State.DONE;
            } finally {
                state.set(end);
            }
        }
    }

    /**
     * For the thread that needs the result: computes this part if the helping thread has not come to it, else waits.
     * What failed there is done again here, to fail where the caller sees it.
     */
    void finish() {
        if (take()) {
            multiply();
            return;
        }
        for (int spins = 0; state.get() == State.TAKEN; spins++) {
            if (spins < KernelThread.SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        if (state.get() == State.FAILED) {
            multiply();
        }
    }

    private boolean take() {
        return state.compareAndSet(State.OFFERED, State.TAKEN);
    }

    private void multiply() {
        loops.multiply(product, fromRow, toRow, fromColumn, toColumn);
    }
}
