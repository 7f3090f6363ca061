package dev.feedforward.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is wrong with one JSON body, in the order found. Not for use by several threads. */
public final class Faults {

    /** How many faults are kept; a matrix of a million bad cells is told by its first hundred. */
    static final int KEPT = 100;

    private final List<Fault> kept = new ArrayList<>();
    private int notKept;

    /**
     * Notes a fault; beyond the first 100 they are only counted.
     *
     * @param pointer where, such as {@code #/training/learningRate}; {@code #} is the whole body
     * @param detail what is wrong there, with the actual value
     */
    public void add(String pointer, String detail) {
        add(() -> new Fault(pointer, detail));
    }

    /**
     * The same, of one that takes work to tell: a name that was meant must be looked for.
     *
     * @param fault not asked for beyond the first 100
     */
    public void add(Supplier<Fault> fault) {
        if (kept.size() < KEPT) {
            kept.add(fault.get());
        } else {
            notKept++;
        }
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** The faults that were kept, at most 100. */
    public List<Fault> list() {
        return List.copyOf(kept);
    }

    /** How many faults were found, kept or not. */
    public int count() {
        return kept.size() + notKept;
    }

    /** Whether a fault was noted at this pointer, or at one that contains it. */
    public boolean cover(String pointer) {
        return kept.stream().map(Fault::pointer).anyMatch(at -> pointer.equals(at) || pointer.startsWith(at + "/"));
    }

    /** Whether a fault was noted at one of these pointers, or inside what it points at. */
    public boolean touch(String... pointers) {
        return Arrays.stream(pointers)
                .anyMatch(pointer -> kept.stream()
                        .map(Fault::pointer)
                        .anyMatch(at -> at.equals(pointer) || at.startsWith(pointer + "/")));
    }
}
