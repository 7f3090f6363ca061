package dev.feedforward.dataset.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.data.Matrix;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInSetsTests {

    static List<BuiltInSet> sets() {
        return BuiltInSets.all();
    }

    @Test
    void areFoundByTheirNames() {
        assertThat(sets())
                .extracting(BuiltInSet::name)
                .containsExactly(
                        "course",
                        "and",
                        "or",
                        "xor",
                        "majority",
                        "parity-4",
                        "circle",
                        "xor-2d",
                        "gauss",
                        "spiral",
                        "digits");
        assertThat(BuiltInSets.find("spiral")).map(BuiltInSet::name).hasValue("spiral");
        assertThat(BuiltInSets.find("Spiral")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void giveTheRowsThatTheirLayoutTells(BuiltInSet set) {
        Generated generated = set.generate(null, null, null);

        assertThat(set.description()).isNotBlank();
        assertThat(set.layout().inputs()).doesNotHaveDuplicates();
        for (AnsweredRows rows : parts(generated)) {
            assertThat(rows.inputs().rows())
                    .isPositive()
                    .isEqualTo(rows.answers().rows());
            assertThat(rows.inputs().columns()).isEqualTo(set.layout().inputs().size());
            if (rows.answers().classes() != null) {
                assertThat(rows.answers().labels()).hasSize(rows.inputs().rows());
                assertThat(set.layout().classes())
                        .isEqualTo(rows.answers().classes().labels());
            } else {
                assertThat(set.layout().classes()).isEmpty();
                assertThat(rows.answers().labels()).isNull();
                assertThat(rows.answers().numbers().columns()).isEqualTo(1);
                assertThat(rows.answers().numbers().values()).containsOnly(0.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void areAsLargeAsTheySayWithoutBeingDrawn(BuiltInSet set) {
        Generated generated = set.generate(null, null, null);

        int testRows = generated.test() == null ? 0 : generated.test().inputs().rows();
        assertThat(set.size())
                .isEqualTo(new BuiltInSet.Size(generated.training().inputs().rows() + testRows, testRows));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void giveTheSameRowsAgain(BuiltInSet set) {
        assertThat(fingerprint(set.generate(null, null, null))).isEqualTo(fingerprint(set.generate(null, null, null)));
    }

    /** The figures are constants, so that no set changes by accident: whoever trained on one can do so again. */
    @ParameterizedTest
    @CsvSource({
        "circle, , 53ea1648ce551e2a8f0cf4f8f96270e888e404532ce8a8366c966080a07231b4",
        "xor-2d, , d14ee0dc6c68e4962677d811f0eb9c4939e188f17c3aece91db33d28fa0748ca",
        "gauss, , a92a76f892badfe6c4cfa5b51668039caf5ea5d37af9f10407ef9d96113ca8f8",
        "spiral, , 6e4b823349973da3a55e97670b90b944566e2b3988d91e44c2751904a68d1db2",
        "digits, , c2b286b6d5d7eef9495d01ded656f0b36f558e1651b71a1b827df7e7ed0731bc",
        "circle, 50, 477d075725e8278556af62033708e6101673b6950b5d021b5491edcbbd0ce3f6",
        "xor-2d, 50, 33bfc4e9eb95ef44ef20961d2cea6f12cae520ebeb67d6e7199c73c73f9a07ba",
        "gauss, 50, 42e45668958206c95c28d2dc87584333cc194e00d7c9ef50258884f8638c2d63",
        "spiral, 50, 66a5d207ca1bbd8bca5444a1cbe4ac106621b802acdaafd9d5470c7fe4646104",
    })
    void neverChange(String name, @Nullable Integer noise, String fingerprint) {
        assertThat(fingerprint(set(name).generate(noise, null, null))).isEqualTo(fingerprint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "xor-2d", "gauss", "spiral"})
    void takeAllParametersInThePlane(String name) {
        assertThat(set(name).parameters())
                .containsExactly(
                        new SetParameter("noise", 0, 50, 0),
                        new SetParameter("samples", 10, 100_000, 500),
                        new SetParameter("seed", 0, 4_294_967_295L, 1));
        assertThat(fingerprint(set(name).generate(0, 500, 1L)))
                .isEqualTo(fingerprint(set(name).generate(null, null, null)));
        assertThatCode(() -> set(name).generate(50, 10, 4_294_967_295L)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "xor-2d", "gauss", "spiral", "digits"})
    void differWithTheSeed(String name) {
        BuiltInSet set = set(name);

        assertThat(set.generate(null, 100, 2L).training().inputs().values())
                .isNotEqualTo(set.generate(null, 100, 3L).training().inputs().values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"course", "and", "or", "xor", "majority", "parity-4"})
    void takeNoParametersWhereTheyAreAlwaysTheSame(String name) {
        assertThat(set(name).parameters()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(name).generate(null, null, 1L))
                .withMessage("the data set %s takes no seed, 1 was given; it is always the same", name);
    }

    @Test
    void sayWhatTheyTakeWhenAnotherParameterIsGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set("digits").generate(5, null, null))
                .withMessage("the data set digits takes no noise, 5 was given; it takes samples and seed");
    }

    @Test
    void sayTheRangeWhenAParameterIsOutOfIt() {
        BuiltInSet circle = set("circle");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> circle.generate(51, null, null))
                .withMessage("noise is 51, it must be from 0 to 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circle.generate(null, 9, null))
                .withMessage("samples is 9, it must be from 10 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> circle.generate(null, null, -1L))
                .withMessage("seed is -1, it must be from 0 to 4294967295");
    }

    /** The networks that the descriptions name. */
    @ParameterizedTest
    @CsvSource({
        "and, 2000, ''",
        "or, 2000, ''",
        "xor, 2000, 4",
        "majority, 2000, ''",
        "parity-4, 4000, 8",
        "circle, 1000, 4",
        "xor-2d, 1000, 4",
        "gauss, 1000, ''",
        "spiral, 3000, '16,16'",
    })
    void areLearnedByTheNetworkThatTheyName(String name, int iterations, String hidden) {
        Generated rows = set(name).generate(null, null, null);

        SmallNetwork network = SmallNetwork.trainedOn(rows.training(), iterations, Activation.TANH, neurons(hidden));

        assertThat(network.accuracy(rows.training())).isGreaterThan(0.99);
        if (rows.test() != null) {
            assertThat(network.accuracy(rows.test())).isGreaterThan(0.95);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xor", "parity-4", "circle", "xor-2d", "spiral"})
    void areNotLearnedWithoutTheHiddenLayerThatTheyAskFor(String name) {
        AnsweredRows rows = set(name).generate(null, null, null).training();

        assertThat(SmallNetwork.trainedOn(rows, 1_000, Activation.TANH).accuracy(rows))
                .isLessThan(0.8);
    }

    private static int[] neurons(String hidden) {
        return Stream.of(hidden.split(","))
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static BuiltInSet set(String name) {
        return BuiltInSets.find(name).orElseThrow();
    }

    private static List<AnsweredRows> parts(Generated generated) {
        return Stream.of(generated.training(), generated.test())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String fingerprint(Generated generated) {
        return Fingerprint.sha256(parts(generated).stream()
                .flatMap(rows -> Stream.of(
                        rows.inputs(), rows.answers().encode(rows.answers().classes())))
                .toArray(Matrix[]::new));
    }
}
