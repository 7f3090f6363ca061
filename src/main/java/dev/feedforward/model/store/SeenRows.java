package dev.feedforward.model.store;

import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.nn.data.RowSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The rows that a model was trained on, as fingerprints: enough to know them again, too little to read them. */
public final class SeenRows {

    private final long[] fingerprints;

    private SeenRows(long[] fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** The rows of {@code inputs}: 8 bytes each. */
    public static SeenRows of(RowSource inputs) {
        long[] sorted = Fingerprint.ofRows(inputs);
        Arrays.sort(sorted);
        int count = 0;
        for (long fingerprint : sorted) {
            if (count == 0 || sorted[count - 1] != fingerprint) {
                sorted[count++] = fingerprint;
            }
        }
        return new SeenRows(Arrays.copyOf(sorted, count));
    }

    static SeenRows fromBytes(byte[] bytes) {
        long[] fingerprints = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(fingerprints);
        return new SeenRows(fingerprints);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(fingerprints.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(fingerprints);
        return bytes.array();
    }

    /** How many different rows they are; each takes 8 bytes. */
    int size() {
        return fingerprints.length;
    }

    /** Whether row {@code row} of {@code inputs} is one of them. */
    public boolean contains(RowSource inputs, int row) {
        return Arrays.binarySearch(fingerprints, Fingerprint.ofRow(inputs, row)) >= 0;
    }
}
