package dev.feedforward.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTests {

    private static final Column SPECIES = TestColumns.category("species", Role.ANSWER, "a", "b", "c");

    @Test
    void learnsFromAllRowsUnlessToldOtherwise() {
        Split split = Split.of(classes(0, 1, 2), Splitting.NONE);

        assertThat(split.trainingRows()).containsExactly(0, 1, 2);
        assertThat(split.testRows()).isEmpty();
    }

    @Test
    void takesTheSameShareOfEachClass() {
        double[] values = IntStream.range(0, 150).mapToDouble(i -> i / 50).toArray();

        Split split = Split.of(classes(values), new Splitting(0.2, 1));

        assertThat(split.testRows()).hasSize(30);
        for (int species = 0; species < 3; species++) {
            int its = species;
            assertThat(Arrays.stream(split.testRows()).filter(row -> values[row] == its))
                    .hasSize(10);
        }
        assertThat(split.trainingRows()).hasSize(120).doesNotContain(split.testRows());
    }

    @Test
    void drawsNumbersThatNameClassesAsItDrawsCategories() {
        double[] values = IntStream.range(0, 100)
                .mapToDouble(i -> i * 7 % 100 < 41 ? 1 : 0)
                .toArray();

        for (int seed = 0; seed < 10; seed++) {
            Splitting splitting = new Splitting(0.2, seed);

            assertThat(Split.of(numbers(values), splitting).testRows())
                    .isEqualTo(Split.of(classes(values), splitting).testRows())
                    .satisfies(rows -> assertThat(Arrays.stream(rows).filter(row -> values[row] == 1.0))
                            .hasSize(8));
        }
    }

    @Test
    void drawsQuantitiesAtRandom() {
        double[] whole = IntStream.range(0, 20).mapToDouble(i -> i / 2).toArray();
        double[] broken = IntStream.range(0, 20).mapToDouble(i -> i / 10 + 0.5).toArray();

        for (double[] values : List.of(whole, broken)) {
            assertThat(Split.of(numbers(values), new Splitting(0.25, 1)).testRows())
                    .isEqualTo(Split.of(numbers(20), new Splitting(0.25, 1)).testRows());
        }
    }

    @Test
    void setsAsideAsManyRowsWhereANumberIsRare() {
        double[] values = new double[10];
        values[3] = 1.0;

        assertThat(Split.of(numbers(values), new Splitting(0.9, 1)).testRows()).hasSize(9);
        assertThat(Split.of(numbers(values), new Splitting(0.5, 1)).testRows())
                .hasSize(5)
                .doesNotContain(3);
    }

    @Test
    void drawsTheSameRowsEverywhere() {
        Table table = numbers(20);

        assertThat(Split.of(table, new Splitting(0.25, 1)).testRows()).containsExactly(2, 4, 6, 14, 17);
        assertThat(Split.of(table, new Splitting(0.25, 2)).testRows())
                .isNotEqualTo(Split.of(table, new Splitting(0.25, 1)).testRows());
    }

    @Test
    void leavesARowOfEachClassToLearnFrom() {
        assertThat(Split.testCounts(new int[] {1, 2, 10}, 0.9)).containsExactly(0, 1, 9);
        assertThat(Split.testCounts(new int[] {1, 1, 1}, 0.5)).containsExactly(0, 0, 0);
        assertThat(Split.testCounts(new int[] {2, 2, 2, 2, 2}, 0.2)).containsExactly(1, 1, 0, 0, 0);
        assertThat(Split.testCounts(new int[] {50, 50, 50}, 0.2)).containsExactly(10, 10, 10);
        assertThat(Split.testCounts(new int[] {7}, 0.2)).containsExactly(1);
        assertThat(Split.testCounts(new int[] {0, 7}, 0.0)).containsExactly(0, 0);
    }

    @Test
    void obeysAColumn() {
        Table table = new Table(
                List.of(TestColumns.number("x"), TestColumns.category("split", Role.SPLIT, "TEST", "train")),
                List.of(Chunk.encode(new double[] {5, 1, 6, 0, 7, 1}, 3, 2)));

        Split split = Split.of(table, new Splitting(0.5, 1));

        assertThat(split.trainingRows()).containsExactly(0, 2);
        assertThat(split.testRows()).containsExactly(1);
    }

    private static Table classes(double... values) {
        return new Table(List.of(SPECIES), List.of(Chunk.encode(values, values.length, 1)));
    }

    private static Table numbers(int rows) {
        return numbers(IntStream.range(0, rows).asDoubleStream().toArray());
    }

    private static Table numbers(double[] values) {
        Column answer = new Column("y", Kind.NUMBER, Role.ANSWER, List.of(), 0);
        return new Table(List.of(answer), List.of(Chunk.encode(values, values.length, 1)));
    }
}
