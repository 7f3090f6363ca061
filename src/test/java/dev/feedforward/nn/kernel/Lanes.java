package dev.feedforward.nn.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Vector kernels with other lanes than the machine's own: each width is a class of its own, with its own constants. */
final class Lanes {

    private static final Map<Integer, Lanes> WIDTHS = new ConcurrentHashMap<>();

    private final MethodHandle constructor;

    private Lanes(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /** Kernels that compute in {@code lanes} lanes. */
    static Kernels kernels(int lanes) {
        return new Kernels(1, WIDTHS.computeIfAbsent(lanes, Lanes::of)::loops);
    }

    private static Lanes of(int lanes) {
        String before = System.setProperty(VectorKernels.LANES_PROPERTY, Integer.toString(lanes));
        try {
            Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes(), true);
            return new Lanes(lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            if (before == null) {
                System.clearProperty(VectorKernels.LANES_PROPERTY);
            } else {
                System.setProperty(VectorKernels.LANES_PROPERTY, before);
            }
        }
    }

    private static byte[] bytes() {
        try (InputStream bytes = Objects.requireNonNull(Lanes.class.getResourceAsStream("VectorKernels.class"))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loops loops() {
        try {
            return (Loops) constructor.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
