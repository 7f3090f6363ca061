package dev.feedforward.nn.random;

import dev.feedforward.nn.checkpoint.StateTransfer;

/**
 * A random generator of one {@code long} of state, the same on every platform: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014).
 */
public final class SplitMix64 {

    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** A generator for another purpose from the same seed: its stream has nothing in common with the others'. */
    public static SplitMix64 forPurpose(long seed, String purpose) {
        SplitMix64 mixer = new SplitMix64(seed ^ ((long) purpose.hashCode() << 32));
        return new SplitMix64(mixer.nextLong());
    }

    long nextLong() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** The next number in [0, 1), a multiple of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** The next number from 0 to {@code bound - 1}; its bias is below {@code bound · 2⁻³²}. */
    public int nextInt(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** The next number of the standard normal distribution, by Box and Muller's transform (1958), its cosine half. */
    public double nextGaussian() {
        double radius = Math.sqrt(-2.0 * StrictMath.log(1.0 - nextDouble()));
        return radius * StrictMath.cos(2.0 * Math.PI * nextDouble());
    }

    public void transfer(StateTransfer through) {
        state = through.number(state);
    }

    /** Puts {@code order} into a random order (Fisher and Yates; Durstenfeld, 1964). */
    public void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
