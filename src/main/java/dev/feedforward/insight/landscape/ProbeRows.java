package dev.feedforward.insight.landscape;

import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.random.SplitMix64;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds the rows that models learned from, to look at their networks by. */
@Component
class ProbeRows {

    /** Multiplications of one answer: a tenth of a second. */
    private static final double MOST_WORK = 3e8;

    /** Numbers that rows and what becomes of them in the network may take: 40 MB. */
    private static final long MOST_NUMBERS = 5_000_000;

    private final ModelRows rows;

    ProbeRows(ModelRows rows) {
        this.rows = rows;
    }

    /**
     * A probe with the rows that {@code model} learned from, or of many some that are drawn at random.
     *
     * @param passes how often they will be put to the network
     */
    WeightProbe of(Model model, double passes) {
        Samples all = rows.of(model).training();
        long neurons = model.network().architecture().neurons() + model.inputs();
        double work = MOST_WORK / passes / model.network().architecture().parameters();
        int most = (int) Math.max(1, Math.min(all.rows(), Math.min(work, (double) MOST_NUMBERS / neurons)));
        int[] order = IntStream.range(0, all.rows()).toArray();
        if (most < all.rows()) {
            SplitMix64.forPurpose(1, "rows to look at").shuffle(order);
        }
        return WeightProbe.encoded(model, all.pick(Arrays.copyOf(order, most)));
    }
}
