package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.ModelEvaluator;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Provenance;
import dev.feedforward.model.store.SeenRows;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Initializer;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.ScaledBytes;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is looked for in rows, and found out of them, is the same wherever they are kept. */
class CompactRowsTests {

    private static final int ROWS = 20_000;
    private static final int COLUMNS = 784;
    private static final Encoding PLAIN = new Encoding(null, null, null);

    @Test
    void findsTheSameOddRows() {
        // Few different bytes, so that rows contradict each other; the third column never changes.
        byte[] values = ScaledBytes.random(500, 3).values();
        for (int i = 0; i < values.length; i++) {
            values[i] &= i % 3 == 2 ? 0 : 3;
        }
        Samples bytes = new ScaledBytes(3, values).answered(1);

        List<Warning> found = before(bytes, 4, 1);

        assertThat(found).extracting(Warning::code).containsExactly("constant_input", "contradictory_rows");
        assertThat(found).isEqualTo(before(ScaledBytes.dense(bytes), 4, 1));
    }

    @Test
    void findsTheSameInputsOfDifferentSize() {
        // From 0 to 1 and from 0 to 1,000.
        ScaledBytes bytes = ScaledBytes.random(300, 2);
        Encoding stretching = new Encoding(null, new Standardization(new double[2], new double[] {1.0, 0.001}), null);
        Samples wide = stretching.encode(bytes.answered(1));

        List<Warning> found = before(wide, 4, 1);

        assertThat(wide.inputs()).isNotInstanceOf(Matrix.class);
        assertThat(found).extracting(Warning::code).contains("unscaled_inputs");
        assertThat(found).isEqualTo(before(ScaledBytes.dense(wide), 4, 1));
    }

    @Test
    void findsTheSameInseparableRowsAndIdleNeurons() {
        Samples bytes = ScaledBytes.random(200, 3).answered(1);
        Network network = network(architecture(3, 5, 1));
        Arrays.fill(network.parameters().biases(0), -10.0);

        List<Warning> before = before(bytes, 1);
        List<Warning> after = LayerActivity.of(network, bytes.inputs()).get(0).deadNeurons(false).stream()
                .toList();

        assertThat(before).extracting(Warning::code).containsExactly("not_separable");
        assertThat(before).isEqualTo(before(ScaledBytes.dense(bytes), 1));
        assertThat(after).extracting(Warning::code).containsExactly("dead_relu");
        assertThat(after)
                .isEqualTo(LayerActivity.of(network, bytes.inputs().toMatrix()).get(0).deadNeurons(false).stream()
                        .toList());
    }

    @Test
    void separatesSomeOfVeryManyRows() {
        byte[] constants = new byte[3_000 * 1_000];
        Arrays.fill(constants, (byte) 255);
        Samples bytes = new ScaledBytes(1_000, constants).answered(1);

        assertThat(Separability.find(
                        OutputMeaning.YES_OR_NO, architecture(1_000, 1).layers().get(0), bytes))
                .hasValueSatisfying(warning -> assertThat(warning.code()).isEqualTo("not_separable"));
    }

    @Test
    void allocatesLittleWhereverItLooksAtManyRows() {
        Samples bytes = ScaledBytes.random(ROWS, COLUMNS).answered(1);
        Architecture architecture = architecture(COLUMNS, 4, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        Warned.before(architecture, bytes, false);
        Warned.before(architecture(COLUMNS, 1), bytes, false);
        Provenance.of(Provenance.sha256(bytes), network(architecture).parameters(), 1, "1");
        SeenRows.of(bytes.inputs());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // Half of what the numbers would take in one matrix; most of it is the sample that a line is looked for in.
        assertThat(allocated).isLessThan((long) ROWS * COLUMNS * Double.BYTES / 2);
    }

    /**
     * What vector lanes allocate until they are compiled says nothing of rows, so it is asked how many come at once.
     */
    @Test
    void asksForFewOfManyRowsAtOnceWhereItFeedsThemForward() {
        Samples bytes = ScaledBytes.random(ROWS, COLUMNS).answered(1);
        CountedRows rows = new CountedRows(bytes.inputs(), new AtomicInteger());
        Network network = network(architecture(COLUMNS, 4, 1));

        Figures.measure(
                new ModelEvaluator(network, PLAIN, Loss.MEAN_SQUARED_ERROR, OutputMeaning.NUMBERS),
                TrainingRows.of(new Samples(rows, bytes.answers())),
                0.5);

        assertThat(rows.most().get()).isBetween(COLUMNS, ROWS * COLUMNS / 10);
    }

    /**
     * Rows that watch how they are asked for.
     *
     * @param most the largest array, in numbers, that any were copied into
     */
    private record CountedRows(RowSource source, AtomicInteger most) implements RowSource {

        @Override
        public int rows() {
            return source.rows();
        }

        @Override
        public int columns() {
            return source.columns();
        }

        @Override
        public void copyRow(int row, double[] target, int at) {
            most.accumulateAndGet(target.length, Math::max);
            source.copyRow(row, target, at);
        }
    }

    private static List<Warning> before(Samples samples, int... neurons) {
        return Warned.before(architecture(samples.inputs().columns(), neurons), samples, false);
    }

    private static Architecture architecture(int inputs, int... neurons) {
        return Warned.architecture(inputs, Activation.RELU, true, neurons);
    }

    private static Network network(Architecture architecture) {
        return Network.initialized(architecture, Initializer.COURSE, 1);
    }
}
