package dev.feedforward.evaluation;

import dev.feedforward.dataset.encoding.InputColumn;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.evaluation.Importance.ColumnImportance;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.random.SplitMix64;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Permutation importance: how much worse a model gets when the values of one column are dealt out to the rows at random
 * (Breiman, "Random Forests", Machine Learning 45, 2001; for any model: Fisher, Rudin and Dominici, JMLR 20, 2019). The
 * numbers of a category go together. Columns that say the same share their importance, and may seem to have none.
 */
final class PermutationImportance {

    /** Multiplications of one answer: seconds. */
    private static final double MOST_WORK = 1e10;

    /** Fewer rows say too little. */
    private static final int LEAST_ROWS = 30;

    private final Judged judged;
    private final Model model;
    private final int repeats;
    private final long seed;
    private final Samples samples;
    private final ModelEvaluator evaluator;

    /**
     * An importance to work out.
     *
     * @param repeats how often each column is shuffled
     * @throws ServiceException if it would take too long
     */
    PermutationImportance(Judged judged, int repeats, long seed) {
        this.judged = judged;
        this.repeats = repeats;
        this.seed = seed;
        model = judged.model();
        samples = fewEnough(judged.rows().samples());
        evaluator = model.evaluator();
    }

    /** Some rows drawn at random where all are too many to be put to the model so often. */
    private Samples fewEnough(Samples all) {
        double workARow =
                (double) model.network().architecture().parameters() * columns().size() * repeats;
        int most = (int) Math.min(all.rows(), MOST_WORK / workARow);
        if (most < Math.min(all.rows(), LEAST_ROWS)) {
            throw new ServiceException(
                    ProblemType.TOO_MANY_ANSWERS,
                    "%d columns shuffled %d times through %d weights leave time for %d rows, of at least %d."
                            .formatted(
                                    columns().size(),
                                    repeats,
                                    model.network().architecture().parameters(),
                                    most,
                                    LEAST_ROWS),
                    repeats > 1 ? "Say repeats=1." : "Ask a smaller model.");
        }
        RequestMemory.take((long) Integer.BYTES * all.rows()
                + 2L
                        * Double.BYTES
                        * most
                        * (all.inputs().columns() + all.answers().columns()));
        int[] order = IntStream.range(0, all.rows()).toArray();
        SplitMix64.forPurpose(seed, "rows for importance").shuffle(order);
        return new Samples(
                all.inputs().pick(Arrays.copyOf(order, most)).toMatrix(),
                all.answers().pick(Arrays.copyOf(order, most)));
    }

    Importance find() {
        double score = score(samples.inputs());
        List<ColumnImportance> items = IntStream.range(0, columns().size())
                .mapToObj(column -> of(column, score))
                .sorted(Comparator.comparingDouble(item -> -item.importance()))
                .toList();
        return new Importance(
                model.ref(),
                judged.rows().dataset(),
                judged.part(),
                samples.rows(),
                measure(),
                score,
                repeats,
                items,
                judged);
    }

    private List<InputColumn> columns() {
        InputColumns named = model.definition().encoding().columns();
        return named != null
                ? named.columns()
                : IntStream.range(0, model.inputs())
                        .mapToObj(i -> InputColumn.ofNumbers("input " + i))
                        .toList();
    }

    private ColumnImportance of(int column, double score) {
        List<InputColumn> columns = columns();
        int from =
                columns.subList(0, column).stream().mapToInt(InputColumn::width).sum();
        SplitMix64 random = SplitMix64.forPurpose(seed, "importance of column " + column);
        double[] lost = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            int[] order = IntStream.range(0, samples.rows()).toArray();
            random.shuffle(order);
            int width = columns.get(column).width();
            lost[i] = score - score(new ShuffledColumn(samples.inputs(), from, width, order));
        }
        double mean = Arrays.stream(lost).average().orElse(0);
        double variance = Arrays.stream(lost)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElse(0);
        return new ColumnImportance(column, columns.get(column).name(), mean, Math.sqrt(variance));
    }

    /** Of accuracy, R² and cost the first that is defined; the cost as a loss, so that more is better. */
    private double score(RowSource inputs) {
        Samples encoded = model.definition().encoding().encode(new Samples(inputs, samples.answers()));
        ModelEvaluator.Measured measured = evaluator.measure(encoded);
        Metrics metrics = measured.metrics();
        Double accuracy = metrics.accuracy();
        Double r2 = metrics.r2();
        return accuracy != null ? accuracy : r2 != null ? r2 : -measured.cost();
    }

    private String measure() {
        Metrics metrics = judged.measured().metrics();
        return metrics.accuracy() != null ? "accuracy" : metrics.r2() != null ? "r2" : "cost";
    }
}
