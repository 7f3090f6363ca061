package dev.feedforward.nn.data;

/**
 * Rows to train on or to test with.
 *
 * @param inputs rows × inputs of the network
 * @param answers rows × outputs of the network: what it should answer
 */
public record Samples(RowSource inputs, Matrix answers) {

    /** @throws IllegalArgumentException if there are not as many answers as inputs */
    public Samples {
        if (inputs.rows() != answers.rows()) {
            throw new IllegalArgumentException(
                    "%d rows of inputs, %d of answers".formatted(inputs.rows(), answers.rows()));
        }
    }

    /** The number of rows. */
    public int rows() {
        return inputs.rows();
    }

    /**
     * New samples of some of the rows, in the order of {@code order}: of their inputs as {@link RowSource#pick} has it.
     */
    public Samples pick(int... order) {
        return new Samples(inputs.pick(order), answers.pick(order));
    }
}
