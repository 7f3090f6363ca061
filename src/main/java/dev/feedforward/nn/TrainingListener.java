package dev.feedforward.nn;

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
     * @param cost the mean absolute error over the training rows
     * @param loss the objective over the training rows
     * @param testCost the mean absolute error over the test rows; NaN if there are none
     */
    void recorded(long iteration, double cost, double loss, double testCost);
}
