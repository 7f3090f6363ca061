package dev.feedforward.nn.training;

/** Watches a training, called on the thread that trains. */
public interface TrainingListener {

    /**
     * Asked before every iteration.
     *
     * @param iteration iterations done so far
     * @return false to end the training here
     */
    boolean continueAt(long iteration);

    /**
     * Told every recorded point, taken before the weights of its iteration are corrected.
     *
     * @param cost the mean absolute error over the batch; with mini-batches over the rows trained on since the point
     *     before
     * @param loss the objective over the same
     * @param validationCost the mean absolute error over the validation rows at the end of the last epoch; NaN if there
     *     are none
     * @param testCost the same over the test rows
     */
    void recorded(long iteration, double cost, double loss, double validationCost, double testCost);
}
