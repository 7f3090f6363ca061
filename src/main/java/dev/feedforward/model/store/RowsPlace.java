package dev.feedforward.model.store;

/** Tells where the rows are kept that models were trained with. */
@FunctionalInterface
public interface RowsPlace {

    /** A text that is another one once the rows of {@code model} are no longer kept where they were. */
    String of(ModelRef model);
}
