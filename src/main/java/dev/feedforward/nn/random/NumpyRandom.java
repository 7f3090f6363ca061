package dev.feedforward.nn.random;

/**
 * The stream of {@code numpy.random.seed(seed); numpy.random.random()}: the Mersenne Twister MT19937, seeded with one
 * 32-bit number, two draws a double.
 *
 * <p>Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
 * generator", ACM TOMACS 8(1), 1998; seeding and 53-bit doubles as in the authors' revision of 2002.
 */
public final class NumpyRandom {

    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    /**
     * @param seed from 0 to 2³²-1, as numpy demands
     * @throws IllegalArgumentException if the seed is outside of that
     */
    public NumpyRandom(long seed) {
        if (seed < 0 || seed > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("seed " + seed + " is not between 0 and 4294967295");
        }
        state[0] = (int) seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** The next number in [0, 1), a multiple of 2⁻⁵³. */
    public double nextDouble() {
        long high = nextInt() >>> 5;
        long low = nextInt() >>> 6;
        return ((high << 26) + low) * 0x1p-53;
    }

    private int nextInt() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x8000_0000) | (state[(i + 1) % N] & 0x7FFF_FFFF);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) * 0x9908_B0DF);
        }
    }
}
