package dev.feedforward.dataset.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.nn.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigitSetTests {

    private final BuiltInSet digits = BuiltInSets.find("digits").orElseThrow();
    private final Generated generated = digits.generate(null, null, null);
    private final AnsweredRows test = Objects.requireNonNull(generated.test());

    @Test
    void haveAsManyOfEachDigitInBothParts() {
        assertThat(counts(generated.training())).hasSize(10).containsOnly(320L);
        assertThat(counts(test)).hasSize(10).containsOnly(80L);
    }

    @Test
    void differByOneAtMostWhenTheSamplesCannotBeShared() {
        Generated some = digits.generate(null, 53, null);

        assertThat(some.training().answers().labels()).hasSize(43);
        assertThat(counts(Objects.requireNonNull(some.test()))).hasSize(10).containsOnly(1L);
        assertThat(counts(some.training())).hasSize(10).containsOnly(4L, 5L);
    }

    @Test
    void goOnWithTheSamePicturesWhenThereAreMore() {
        double[] few = digits.generate(null, 100, null).training().inputs().values();
        double[] more = generated.training().inputs().values();

        assertThat(more).startsWith(few);
    }

    @Test
    void areGreyPicturesThatFillTheFrame() {
        SetLayout layout = digits.layout();

        assertThat(layout.image()).isEqualTo(new ImageSize(16, 16));
        assertThat(layout.inputs()).startsWith("pixel 0,0", "pixel 0,1").endsWith("pixel 15,15");
        assertThat(DoubleStream.of(generated.training().inputs().values()).boxed())
                .contains(0.0, 0.5, 1.0)
                .allMatch(pixel -> pixel >= 0.0 && pixel <= 1.0);
        assertThat(IntStream.range(0, test.inputs().rows()))
                .allMatch(i -> isFilled(test.inputs().row(i)));
    }

    @Test
    void areAllDifferent() {
        assertThat(Stream.of(generated.training().inputs().toRows()).map(Arrays::toString))
                .doesNotHaveDuplicates();
    }

    /** The floor is below what it reaches, so that only a real change falls through it. */
    @Test
    void areRecognisedByASmallNetwork() {
        SmallNetwork network = SmallNetwork.trainedOn(generated.training(), 1_000, Activation.RELU, 32);

        assertThat(network.accuracy(test)).isGreaterThan(0.9);
    }

    /** Whether there is ink at the top and the bottom, or on the left and the right. */
    private static boolean isFilled(double[] pixels) {
        boolean upright = row(pixels, 0) && row(pixels, 15);
        boolean across = column(pixels, 0) && column(pixels, 15);
        return upright || across;
    }

    private static boolean row(double[] pixels, int row) {
        return IntStream.range(0, 16).anyMatch(i -> pixels[row * 16 + i] > 0.0);
    }

    private static boolean column(double[] pixels, int column) {
        return IntStream.range(0, 16).anyMatch(i -> pixels[i * 16 + column] > 0.0);
    }

    private static List<Long> counts(AnsweredRows rows) {
        Stream<String> labels = Objects.requireNonNull(rows.answers().labels()).stream();
        return List.copyOf(labels.collect(Collectors.groupingBy(label -> label, Collectors.counting()))
                .values());
    }
}
