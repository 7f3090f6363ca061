package dev.feedforward.dataset.builtin;

import dev.feedforward.dataset.builtin.digits.Digits;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of digits with their labels: 0, 1, 2 … 9, 0, 1 and so on. */
final class DigitSet {

    private static final int CLASSES = 10;

    private static final int SAMPLES = 4_000;

    /** Of this many pictures of a digit, the last is for testing. */
    private static final int TEST_EVERY = 5;

    private DigitSet() {}

    static BuiltInSet set() {
        return new BuiltInSet(
                "digits",
                "Handwritten-like digits, 16 × 16 grey pixels from 0 to 1, cropped and stretched to the frame, as many of each"
                        + " digit, a fifth to test with. The service draws them itself from strokes with a random slant,"
                        + " width, wobble and pen. One hidden layer of 128 relu neurons (preset classifier, 30 epochs)"
                        + " is right on about 96 of 100 of its test rows, a network without a hidden layer on about 93.",
                SetLayout.image(new ImageSize(Digits.SIZE, Digits.SIZE), "digit", labels()),
                new BuiltInSet.Size(SAMPLES, SAMPLES / TEST_EVERY),
                List.of(SetParameter.samples(50, 20_000, SAMPLES), SetParameter.SEED),
                DigitSet::generate);
    }

    private static List<String> labels() {
        return IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    }

    private static Generated generate(SetSettings settings) {
        SplitMix64 random = SplitMix64.forPurpose(settings.seed(), "digits");
        Pictures training = new Pictures();
        Pictures test = new Pictures();
        for (int i = 0; i < settings.samples(); i++) {
            boolean tests = i / CLASSES % TEST_EVERY == TEST_EVERY - 1;
            (tests ? test : training).draw(i % CLASSES, random);
        }
        return new Generated(training.rows(), test.rows());
    }

    private static final class Pictures {

        private final List<double[]> pixels = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();

        void draw(int digit, SplitMix64 random) {
            pixels.add(Digits.draw(digit, random));
            labels.add(Integer.toString(digit));
        }

        AnsweredRows rows() {
            return new AnsweredRows(Matrix.of(pixels.toArray(double[][]::new)), Answers.ofLabels(labels));
        }
    }
}
