package dev.feedforward.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniBatchesTests {

    /** Row i asks (i, -i) and is answered 10 i. */
    private static final Samples SEVEN = samples(7);

    @Test
    void takesRowsInOrderAndTheRestLastWhenNotShuffling() {
        MiniBatches batches = new MiniBatches(SEVEN, 3, false, 1);

        assertThat(epoch(batches)).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
        assertThat(epoch(batches)).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
    }

    @Test
    void hasNoSmallerBatchWhenRowsComeOutEven() {
        MiniBatches batches = new MiniBatches(samples(6), 3, false, 1);

        assertThat(epoch(batches)).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
    }

    @Test
    void takesEveryRowOncePerEpochInANewOrderWhenShuffling() {
        MiniBatches batches = new MiniBatches(samples(20), 6, true, 1);
        List<Integer> first = flat(epoch(batches));
        List<Integer> second = flat(epoch(batches));

        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList())
                .isNotEqualTo(IntStream.range(0, 20).boxed().toList());
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    }

    @Test
    void shufflesAlikeWhenTheSeedIsTheSame() {
        List<Integer> order = twoEpochs(5);

        assertThat(twoEpochs(5)).isEqualTo(order);
        assertThat(twoEpochs(6)).isNotEqualTo(order);
    }

    @Test
    void keepsAnswersWithTheirInputsWhenShuffling() {
        MiniBatches batches = new MiniBatches(SEVEN, 2, true, 3);

        for (int i = 0; i < 8; i++) {
            batches.next();
            for (int row = 0; row < batches.rows(); row++) {
                double asked = batches.inputs()[2 * row];
                assertThat(batches.inputs()[2 * row + 1]).isEqualTo(-asked);
                assertThat(batches.answers()[row]).isEqualTo(10.0 * asked);
            }
        }
    }

    @Test
    void copiesNothingWhenTheBatchIsFull() {
        for (int batchSize : new int[] {0, 7, 100}) {
            MiniBatches batches = new MiniBatches(SEVEN, batchSize, true, 1);
            batches.next();

            assertThat(batches.isFull()).isTrue();
            assertThat(batches.inputs()).isSameAs(SEVEN.inputs().toMatrix().values());
            assertThat(batches.answers()).isSameAs(SEVEN.answers().values());
            assertThat(batches.rows()).isEqualTo(7);
            assertThat(batches.largest()).isEqualTo(7);
            assertThat(batches.endsEpoch()).isTrue();
        }
    }

    @Test
    void leavesTheRowsAloneWhenShuffling() {
        Samples rows = samples(7);
        epoch(new MiniBatches(rows, 3, true, 1));

        assertThat(rows.inputs().toMatrix().values())
                .isEqualTo(SEVEN.inputs().toMatrix().values());
        assertThat(rows.answers().values()).isEqualTo(SEVEN.answers().values());
    }

    private static List<Integer> twoEpochs(long seed) {
        MiniBatches batches = new MiniBatches(samples(20), 6, true, seed);
        List<Integer> order = new ArrayList<>(flat(epoch(batches)));
        order.addAll(flat(epoch(batches)));
        return order;
    }

    private static List<Integer> flat(List<List<Integer>> epoch) {
        return epoch.stream().flatMap(List::stream).toList();
    }

    /** The rows of each batch up to the end of the epoch. */
    private static List<List<Integer>> epoch(MiniBatches batches) {
        List<List<Integer>> taken = new ArrayList<>();
        do {
            batches.next();
            taken.add(IntStream.range(0, batches.rows())
                    .mapToObj(i -> (int) batches.inputs()[2 * i])
                    .toList());
        } while (!batches.endsEpoch());
        return taken;
    }

    private static Samples samples(int rows) {
        double[][] inputs = new double[rows][];
        double[][] answers = new double[rows][];
        for (int i = 0; i < rows; i++) {
            inputs[i] = new double[] {i, -i};
            answers[i] = new double[] {10.0 * i};
        }
        return new Samples(Matrix.of(inputs), Matrix.of(answers));
    }
}
