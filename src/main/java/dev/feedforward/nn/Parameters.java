package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a network has learned, or a gradient of the same shape: weights and biases of every layer, changeable. */
public final class Parameters {

    private final double[][] weights;
    private final double[][] biases;

    /** Parameters of the shape that {@code architecture} needs, all 0. */
    public Parameters(Architecture architecture) {
        int layers = architecture.layers().size();
        weights = new double[layers][];
        biases = new double[layers][];
        for (int l = 0; l < layers; l++) {
            LayerSpec layer = architecture.layers().get(l);
            weights[l] = new double[Math.multiplyExact(architecture.fanIn(l), layer.neurons())];
            biases[l] = new double[layer.bias() ? layer.neurons() : 0];
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
        parameters.arrays().forEach(numbers::get);
        return parameters;
    }

    /** Layers, the output layer included. */
    public int layers() {
        return weights.length;
    }

    /** The weights into layer {@code layer}: inputs × neurons, row-major; the array itself. */
    public double[] weights(int layer) {
        return weights[layer];
    }

    /** The biases of layer {@code layer}: one a neuron, or none; the array itself. */
    public double[] biases(int layer) {
        return biases[layer];
    }

    /** Takes over the numbers of {@code other}, which has the same shape. */
    public void copyFrom(Parameters other) {
        for (int l = 0; l < layers(); l++) {
            System.arraycopy(other.weights[l], 0, weights[l], 0, weights[l].length);
            System.arraycopy(other.biases[l], 0, biases[l], 0, biases[l].length);
        }
    }

    /** {@code this = this + factor · other}, number by number; {@code other} has the same shape. */
    public void addScaled(double factor, Parameters other) {
        for (int l = 0; l < layers(); l++) {
            Kernels.addScaled(factor, other.weights[l], weights[l]);
            Kernels.addScaled(factor, other.biases[l], biases[l]);
        }
    }

    /** All numbers as little-endian IEEE 754 doubles: layer by layer, the weights before the biases. */
    public byte[] toBytes() {
        int count = arrays().mapToInt(array -> array.length).sum();
        var bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var numbers = bytes.asDoubleBuffer();
        arrays().forEach(numbers::put);
        return bytes.array();
    }

    /** The arrays themselves, in the order of {@link #toBytes()}. */
    Stream<double[]> arrays() {
        return IntStream.range(0, layers()).boxed().flatMap(layer -> Stream.of(weights[layer], biases[layer]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that
                && Arrays.deepEquals(weights, that.weights)
                && Arrays.deepEquals(biases, that.biases);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(weights) + Arrays.deepHashCode(biases);
    }
}
