package dev.feedforward.training.remedy;

import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.kernel.Kernels;
import dev.feedforward.nn.training.Trainer;
import dev.feedforward.nn.training.TrainingListener;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.recipe.PreparedTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds a recipe that holds where another diverged, by trying: each candidate is trained from the start until well past
 * the iteration at which the loss was lost. How much is tried goes by updates, weights and rows, not by time, so that
 * the same recipe always gets the same advice.
 */
public final class RemedySearch {

    /** Updates that a candidate may take. */
    private static final long MOST_UPDATES = 100_000;

    /** Multiplications of a weight by a number of a row that it may take, forward alone. */
    private static final long MOST_WORK = 200_000_000;

    /** It is trained so many updates longer than what diverged, or as many again, where that is affordable. */
    private static final long PAST = 1_000;

    /** It is trained at least so many updates longer, and a tenth of them; or else nothing is tried. */
    private static final long LEAST_PAST = 100;

    /** The loss falls where this share of it is left at most. */
    private static final double FALLEN = 0.999;

    /** A mean or deviation beyond this is out of scale. */
    private static final double LARGE = 10.0;

    private final PreparedTraining training;
    private final long diverged;
    private final int threads;
    private final BooleanSupplier stopped;

    /**
     * A search that has not begun.
     *
     * @param diverged the iteration at which the training diverged
     * @param threads that it may use
     * @param stopped asked before every update whether to give up
     */
    public RemedySearch(PreparedTraining training, long diverged, int threads, BooleanSupplier stopped) {
        this.training = training;
        this.diverged = diverged;
        this.threads = threads;
        this.stopped = stopped;
    }

    /** The first of the candidates that holds and whose loss falls, and how many were tried. */
    public Remedy find() {
        long length = length();
        if (length < least()) {
            return new Remedy(0, null);
        }
        List<GentlerRecipe> candidates = candidates();
        for (int tried = 0; tried < candidates.size(); tried++) {
            Optional<Remedy.Trial> held = attempt(candidates.get(tried), length);
            if (held.isPresent()) {
                return new Remedy(tried + 1, held.get());
            }
        }
        return new Remedy(candidates.size(), null);
    }

    private List<GentlerRecipe> candidates() {
        TrainingSettings settings = training.recipe().settings();
        boolean fixedEncoding = training.recipe().from() != null;
        Samples rows = training.rows().training();
        boolean inputs = !fixedEncoding && !settings.standardizeInputs() && isOutOfScale(rows.inputs());
        boolean answers = !fixedEncoding
                && !settings.standardizeAnswers()
                && training.classes() == null
                && settings.loss().needs() == null
                && isOutOfScale(rows.answers());
        int first = digits(settings.learningRate());
        List<GentlerRecipe> candidates = new ArrayList<>();
        if (inputs || answers) {
            candidates.add(new GentlerRecipe(inputs, answers, 0, false));
            for (int digits = first; digits <= first + 2; digits++) {
                candidates.add(new GentlerRecipe(inputs, answers, digits, false));
            }
        }
        for (int digits = first; digits <= first + 3; digits++) {
            candidates.add(GentlerRecipe.slower(digits));
        }
        candidates.add(new GentlerRecipe(inputs, answers, 0, true));
        candidates.add(new GentlerRecipe(inputs, answers, first + 1, true));
        return candidates;
    }

    /** The powers of ten, at least one, that bring a learning rate to 1 or below. */
    private static int digits(double learningRate) {
        return Math.max(1, (int) Math.ceil(Math.log10(learningRate)));
    }

    private static boolean isOutOfScale(RowSource rows) {
        Standardization columns = Standardization.fit(rows);
        for (int j = 0; j < columns.columns(); j++) {
            // Put so that what is no number, as sums of huge ones are, counts.
            if (!(Math.abs(columns.mean()[j]) <= LARGE && columns.deviation()[j] <= LARGE)) {
                return true;
            }
        }
        return false;
    }

    /** The updates that a candidate takes. */
    private long length() {
        TrainingSettings settings = training.recipe().settings();
        long rows = training.rows().training().rows();
        long parameters = training.recipe().architecture().parameters();
        long batch = settings.batchSize() == null ? rows : Math.min(settings.batchSize(), rows);
        long wanted = Math.min(settings.iterations(), diverged + Math.max(PAST, diverged));
        // All rows are asked twice besides.
        long affordable = (MOST_WORK - 2 * rows * parameters) / (batch * parameters);
        return Math.min(wanted, Math.min(MOST_UPDATES, affordable));
    }

    /** The updates below which a trial would say too little. */
    private long least() {
        long iterations = training.recipe().settings().iterations();
        return Math.max(1, Math.min(iterations, diverged + Math.max(LEAST_PAST, diverged / 10)));
    }

    private Optional<Remedy.Trial> attempt(GentlerRecipe candidate, long length) {
        TrainingSettings settings = training.recipe().settings();
        PreparedTraining gentler = training.with(candidate.of(settings));
        Network network = gentler.network();
        TrainingRows rows = gentler.encoded();
        Samples learned = rows.training();
        Trainer trainer = new Trainer(
                network,
                new TrainingRows(learned, null, null, rows.outputUnits()),
                gentler.recipe().settings().plan().unwatched(),
                new Kernels(threads));
        double before = loss(network, learned, rows.outputUnits());
        boolean held = trainer.advance(length, new Watch());
        double after = held ? loss(network, learned, rows.outputUnits()) : Double.NaN;
        return after <= FALLEN * before
                ? Optional.of(new Remedy.Trial(candidate.fix(settings), length, before, after))
                : Optional.empty();
    }

    /** The objective over all rows to learn from; NaN where it, or the cost, is no finite number. */
    private double loss(Network network, Samples rows, double[] units) {
        Evaluation evaluation =
                network.evaluate(rows, training.recipe().settings().loss(), units);
        return Double.isFinite(evaluation.cost()) && Double.isFinite(evaluation.loss())
                ? evaluation.loss()
                : Double.NaN;
    }

    private final class Watch implements TrainingListener {

        @Override
        public boolean continueAt(long iteration) {
            return !stopped.getAsBoolean();
        }

        @Override
        public void recorded(long iteration, double cost, double loss, double validationCost, double testCost) {}
    }
}
