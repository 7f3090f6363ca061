package dev.feedforward.nn;

import dev.feedforward.nn.checkpoint.StateTransfer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What a network has learned, or a gradient of the same shape: weights and biases of every layer, changeable. */
public final class Parameters {

    /** Of layer {@code l}, the weights at {@code 2 l} and the biases at {@code 2 l + 1}. */
    private final double[][] arrays;

    /** Parameters of the shape that {@code architecture} needs, all 0. */
    public Parameters(Architecture architecture) {
        arrays = new double[2 * architecture.layers().size()][];
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerSpec layer = architecture.layers().get(l);
            arrays[2 * l] = new double[Math.multiplyExact(architecture.fanIn(l), layer.neurons())];
            arrays[2 * l + 1] = new double[layer.bias() ? layer.neurons() : 0];
        }
    }

    /**
     * Parameters from what {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if there are more or fewer numbers than {@code architecture} has parameters
     */
    public static Parameters fromBytes(Architecture architecture, byte[] bytes) {
        if (bytes.length != architecture.parameters() * Double.BYTES) {
            throw new IllegalArgumentException(
                    "%d bytes for %d parameters".formatted(bytes.length, architecture.parameters()));
        }
        Parameters parameters = new Parameters(architecture);
        var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        for (double[] array : parameters.arrays) {
            numbers.get(array);
        }
        return parameters;
    }

    /** Layers, the output layer included. */
    public int layers() {
        return arrays.length / 2;
    }

    /** The weights into layer {@code layer}: inputs × neurons, row-major; the array itself. */
    public double[] weights(int layer) {
        return arrays[2 * layer];
    }

    /** The biases of layer {@code layer}: one a neuron, or none; the array itself. */
    public double[] biases(int layer) {
        return arrays[2 * layer + 1];
    }

    /** Layer by layer, the weights before the biases; the arrays themselves. */
    public double[][] arrays() {
        return arrays;
    }

    /** Takes over the numbers of {@code other}, which has the same shape. */
    public void copyFrom(Parameters other) {
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(other.arrays[i], 0, arrays[i], 0, arrays[i].length);
        }
    }

    /** Passes all numbers in the order of {@link #toBytes()}. */
    public void transfer(StateTransfer through) {
        for (double[] array : arrays) {
            through.numbers(array);
        }
    }

    /** All numbers as little-endian IEEE 754 doubles, in the order of the layers, the weights before the biases. */
    public byte[] toBytes() {
        int count = Arrays.stream(arrays).mapToInt(array -> array.length).sum();
        var bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var numbers = bytes.asDoubleBuffer();
        for (double[] array : arrays) {
            numbers.put(array);
        }
        return bytes.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && Arrays.deepEquals(arrays, that.arrays);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(arrays);
    }
}
