package dev.feedforward.dataset.builtin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sets that come with the service. */
public final class BuiltInSets {

    private static final List<BuiltInSet> ALL = Stream.of(BitSets.all(), PlaneSets.all(), List.of(DigitSet.set()))
            .flatMap(List::stream)
            .toList();

    private BuiltInSets() {}

    /** All of them, the simple ones first. */
    public static List<BuiltInSet> all() {
        return ALL;
    }

    /** The one of this name. */
    public static Optional<BuiltInSet> find(String name) {
        return ALL.stream().filter(set -> set.name().equals(name)).findFirst();
    }
}
