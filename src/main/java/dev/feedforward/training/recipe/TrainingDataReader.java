package dev.feedforward.training.recipe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedforward.dataset.Datasets;
import dev.feedforward.dataset.builtin.AnsweredRows;
import dev.feedforward.dataset.builtin.BuiltInSet;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.builtin.Generated;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.encoding.TableInputs;
import dev.feedforward.dataset.rows.TableAnswers;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.Models;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what recipes name: their rows, in themselves, in the database or drawn, and where they start. */
@Component
public class TrainingDataReader {

    /** Fewer numbers than this are decoded at once, which is faster where they are read many times: 16 MB. */
    private static final long FEW_NUMBERS = 2_000_000;

    private final Datasets datasets;
    private final Models models;

    /** A request is checked, then stored, then trained: its rows are found once. */
    private final Cache<DatasetSource, TrainingData> read = Caffeine.newBuilder()
            .maximumSize(4)
            .softValues()
            .expireAfterAccess(Duration.ofSeconds(10))
            .build();

    public TrainingDataReader(Datasets datasets, Models models) {
        this.datasets = datasets;
        this.models = models;
    }

    /**
     * The model to go on from; null where none is named.
     *
     * @throws ServiceException if there is no such model
     */
    @Nullable
    Model start(@Nullable ModelRef from) {
        return from == null ? null : models.find(from.name(), from.version());
    }

    /**
     * How much the rows of a recipe are, which are not read for that.
     *
     * @throws ServiceException if its data set is gone
     */
    RowsSize size(Recipe recipe) {
        DatasetSource source = recipe.dataset();
        Long id = source == null ? null : source.id();
        if (source == null || id == null) {
            return read(recipe).size();
        }
        long rows = datasets.find(id, source.name()).definition().rows();
        long numbers = rows * recipe.architecture().inputs();
        boolean few = numbers <= FEW_NUMBERS;
        return new RowsSize(rows, datasets.bytes(id) + (few ? Double.BYTES * numbers : 0), few);
    }

    /** The rows of a recipe. */
    public TrainingData read(Recipe recipe) {
        return read(recipe.dataset())
                .orElseGet(() -> TrainingData.of(
                        Objects.requireNonNull(recipe.inputs()),
                        Objects.requireNonNull(recipe.answers()),
                        recipe.testInputs(),
                        recipe.testAnswers()));
    }

    /**
     * The rows of a data set; nothing where {@code source} is null.
     *
     * @throws ServiceException if the data set is gone
     * @throws IllegalArgumentException if a built-in one cannot be drawn as asked
     */
    public Optional<TrainingData> read(@Nullable DatasetSource source) {
        if (source == null) {
            return Optional.empty();
        }
        Long id = source.id();
        if (id == null) {
            return Optional.of(read.get(source, TrainingDataReader::drawn));
        }
        // Even if its rows are still in memory, it may have been deleted.
        Dataset dataset = datasets.find(id, source.name());
        return Optional.of(read.get(source, key -> stored(dataset, key.labels())));
    }

    private static TrainingData drawn(DatasetSource source) {
        BuiltInSet set = BuiltInSets.find(source.name()).orElseThrow();
        Generated rows = set.generate(source.noise(), source.samples(), source.seed());
        AnsweredRows test = rows.test();
        return new TrainingData(
                rows.training().inputs(),
                rows.training().answers(),
                test == null ? null : test.inputs(),
                test == null ? null : test.answers(),
                InputColumns.ofNumbers(set.layout().inputs()),
                List.of(),
                RowsSize.bytes(
                        rows.training().inputs().rows(),
                        rows.training().inputs().columns()));
    }

    private TrainingData stored(Dataset dataset, boolean labels) {
        Table table = datasets.table(dataset);
        Split split = Split.of(table, dataset.definition().splitting());
        InputColumns columns = InputColumns.fit(table, split.trainingRows());
        TableInputs inputs = new TableInputs(table, columns);
        TableAnswers answers = new TableAnswers(table, labels);
        boolean tested = split.testRows().length > 0;
        RowSource training = picked(inputs, split.trainingRows());
        return new TrainingData(
                training,
                answers.pick(split.trainingRows()),
                tested ? picked(inputs, split.testRows()) : null,
                tested ? answers.pick(split.testRows()) : null,
                columns,
                dataset.definition().warnings(),
                table.bytes() + (training instanceof Matrix ? RowsSize.bytes(training.rows(), training.columns()) : 0));
    }

    private static RowSource picked(TableInputs inputs, int[] rows) {
        RowSource picked = inputs.pick(rows);
        long numbers = (long) rows.length * inputs.columns();
        if (numbers > FEW_NUMBERS) {
            return picked;
        }
        RequestMemory.take(Double.BYTES * numbers);
        return picked.toMatrix();
    }
}
