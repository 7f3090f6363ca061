package dev.feedforward.nn.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitMix64Tests {

    @Test
    void givesThePublishedStreamWhenSeeded() {
        SplitMix64 random = new SplitMix64(1_234_567);

        assertThat(Stream.generate(random::nextLong).limit(5).map(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void takesTheUpperBitsWhenDoublesAreDrawn() {
        double first = new SplitMix64(1_234_567).nextDouble();

        assertThat(first).isEqualTo((6_457_827_717_110_365_317L >>> 11) / 9_007_199_254_740_992.0);
    }

    @Test
    void staysWithinTheUnitIntervalWhenDoublesAreDrawn() {
        SplitMix64 random = new SplitMix64(1);
        double[] drawn = IntStream.range(0, 100_000)
                .mapToDouble(i -> random.nextDouble())
                .toArray();

        assertThat(DoubleStream.of(drawn)).allMatch(number -> number >= 0.0 && number < 1.0);
        assertThat(mean(drawn)).isCloseTo(0.5, within(0.005));
    }

    @Test
    void drawsEveryNumberAlikeWhenBounded() {
        SplitMix64 random = new SplitMix64(2);
        int[] counts = new int[7];

        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }

        // 4 deviations of the binomial distribution.
        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 4 * 93);
    }

    @Test
    void hasTheNormalMomentsWhenGaussiansAreDrawn() {
        SplitMix64 random = new SplitMix64(3);
        double[] drawn = IntStream.range(0, 100_000)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();

        assertThat(mean(drawn)).isCloseTo(0.0, within(0.015));
        assertThat(moment(drawn, 2)).isCloseTo(1.0, within(0.02));
        assertThat(moment(drawn, 3)).isCloseTo(0.0, within(0.05));
        assertThat(moment(drawn, 4)).isCloseTo(3.0, within(0.15));
    }

    @Test
    void reachesEveryOrderAlikeWhenShuffling() {
        SplitMix64 random = new SplitMix64(4);
        int[] counts = new int[27];

        for (int i = 0; i < 60_000; i++) {
            int[] order = {0, 1, 2};
            random.shuffle(order);
            counts[order[0] * 9 + order[1] * 3 + order[2]]++;
        }

        // 0-1-2, 0-2-1, 1-0-2, 1-2-0, 2-0-1 and 2-1-0 in base 3.
        assertThat(IntStream.of(5, 7, 11, 15, 19, 21).map(i -> counts[i]))
                .allMatch(count -> Math.abs(count - 10_000) < 4 * 92);
    }

    @Test
    void hasStreamsOfItsOwnWhenThePurposeOrTheSeedDiffers() {
        long weights = SplitMix64.forPurpose(1, "weights").nextLong();

        assertThat(SplitMix64.forPurpose(1, "weights").nextLong()).isEqualTo(weights);
        assertThat(SplitMix64.forPurpose(1, "batches").nextLong()).isNotEqualTo(weights);
        assertThat(SplitMix64.forPurpose(2, "weights").nextLong()).isNotEqualTo(weights);
    }

    private static double mean(double[] drawn) {
        return moment(drawn, 1);
    }

    private static double moment(double[] drawn, int power) {
        double sum = 0.0;
        for (double number : drawn) {
            sum += Math.pow(number, power);
        }
        return sum / drawn.length;
    }
}
