package dev.feedforward.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.StoredJson;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.dataset.encoding.Standardization;
import dev.feedforward.model.metrics.Figures;
import dev.feedforward.model.metrics.Metrics;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.LayerSpec;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.data.Matrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the models' repository does, on every database. */
abstract class ModelRepositoryTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Architecture ONE_NEURON =
            new Architecture(2, List.of(new LayerSpec(1, Activation.SIGMOID, true)));
    private static final Matrix ROWS = Matrix.of(new double[][] {{0, 1}, {1, 1}});

    private static final double[][] OUTPUTS = {{0.1}, {Double.NEGATIVE_INFINITY}};
    private static final Figures FIGURES =
            new Figures(0.1, 0.2, Metrics.NONE, new Figures.Test(OUTPUTS, 0.4, Metrics.NONE), null, 0.3);

    private DataSource database;
    private JdbcClient jdbc;
    private ModelRepository models;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        jdbc = JdbcClient.create(database);
        models = new ModelRepository(jdbc, new StoredJson());
    }

    @Test
    void givesBackAModelToTheBit() {
        ModelRef ref = save("xor", 0.1);

        Model model = models.load(models.find("xor", 1).orElseThrow()).orElseThrow();

        assertThat(model.ref()).isEqualTo(ref);
        assertThat(model.createdAt()).isEqualTo(NOON);
        assertThat(model.network().parameters().toBytes())
                .isEqualTo(parameters(0.1).toBytes());
        assertThat(model.definition()).usingRecursiveComparison().isEqualTo(definition(0.1));
        assertThat(model.seenRows().contains(ROWS, 1)).isTrue();
        assertThat(model.seenRows().contains(Matrix.of(new double[] {5, 5}), 0)).isFalse();
    }

    @Test
    void numbersTheVersionsThatTwoInstancesStoreAtOnce() throws Exception {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        List<ModelRepository> instances =
                List.of(models, new ModelRepository(JdbcClient.create(database), new StoredJson()));
        List<Callable<Integer>> saving = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ModelRepository instance = instances.get(i % 2);
            saving.add(() -> Objects.requireNonNull(transactions.execute(transaction -> save(instance, "xor", 0.1)))
                    .version());
        }
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Integer> versions = new ArrayList<>();
        try {
            for (Future<Integer> version : callers.invokeAll(saving)) {
                versions.add(version.get());
            }
        } finally {
            callers.shutdown();
        }

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(models.findNewest("xor")).isEqualTo(models.find("xor", 40));
    }

    @Test
    void findsOutWhatOutputsMeanWhereThatWasNotStored() {
        Encoding plain = new Encoding(null, null, null);
        Encoding standardized = new Encoding(null, null, Standardization.fit(ROWS));
        Metrics right = new Metrics(1.0, null, null, null, null, null);
        Metrics near = new Metrics(null, null, null, 0.9, 0.1, null);

        assertThat(meaningOf(plain, right)).isEqualTo(OutputMeaning.YES_OR_NO);
        assertThat(meaningOf(plain, near)).isEqualTo(OutputMeaning.NUMBERS);
        assertThat(meaningOf(plain, Metrics.NONE)).isEqualTo(OutputMeaning.YES_OR_NO);
        assertThat(meaningOf(standardized, Metrics.NONE)).isEqualTo(OutputMeaning.NUMBERS);
        assertThat(definition(1).meaning()).isEqualTo(OutputMeaning.CLASSES);
    }

    private static OutputMeaning meaningOf(Encoding encoding, Metrics metrics) {
        StoredJson json = new StoredJson();
        Figures figures = new Figures(0.1, 0.2, metrics, null, null, 0.3);
        String stored = json.write(new Definition(ONE_NEURON, encoding, null, figures, provenance(1), null));
        String before = stored.replaceFirst(",\"meaning\":\"\\w+\"", "");
        assertThat(before).isNotEqualTo(stored);
        return json.read(before, Definition.class).meaning();
    }

    @Test
    void countsTheVersionsOfEachNameAndGivesNoneTwice() {
        assertThat(save("xor", 1)).isEqualTo(new ModelRef("xor", 1));
        assertThat(save("xor", 2)).isEqualTo(new ModelRef("xor", 2));
        assertThat(save("course", 3)).isEqualTo(new ModelRef("course", 1));

        assertThat(models.delete("xor", 1)).isEqualTo(1);
        assertThat(models.delete("xor", 1)).isZero();
        assertThat(models.find("xor", 1)).isEmpty();
        assertThat(models.delete("xor")).isEqualTo(1);

        assertThat(save("xor", 4)).isEqualTo(new ModelRef("xor", 3));
    }

    @Test
    void findsTheNewestOfOneNameAndOfAll() {
        assertThat(models.findNewest()).isEmpty();
        assertThat(models.findNewest("xor")).isEmpty();
        assertThat(models.load(1)).isEmpty();

        save("xor", 1);
        save("course", 2);

        assertThat(models.findNewest()).isEqualTo(models.find("course", 1));
        assertThat(models.findNewest("xor")).isEqualTo(models.find("xor", 1));
    }

    @Test
    void takesThoseOfFailedJobsForTheNewestOnlyWhereAllAreMeant() {
        ModelRef good = save("xor", 1);
        ModelRef bad = models.save("xor", NOON, definition(2), parameters(2), SeenRows.of(ROWS), true);

        assertThat(models.findNewest()).isEqualTo(models.find("xor", good.version()));
        assertThat(models.findNewest("xor")).isEqualTo(models.find("xor", good.version()));
        assertThat(models.findNewestOfAll("xor")).contains(bad);
        assertThat(models.findNewestOfAll("")).contains(bad);
        assertThat(models.findNewestOfAll("or")).isEmpty();
        assertThat(models.load(models.find("xor", bad.version()).orElseThrow())
                        .orElseThrow()
                        .failed())
                .isTrue();
        assertThat(models.list("xor", Long.MAX_VALUE, 10))
                .extracting(listed -> listed.summary().failed())
                .containsExactly(true, false);
    }

    @Test
    void listsNewestFirstPageByPage() {
        save("xor", 1);
        save("course", 2);
        save("xor", 3);

        List<ModelRepository.Listed> page = models.list("", Long.MAX_VALUE, 2);

        assertThat(page).extracting(listed -> listed.summary().name()).containsExactly("xor", "course");
        assertThat(models.list("", page.get(1).id(), 2))
                .extracting(listed -> listed.summary().version())
                .containsExactly(1);
        assertThat(models.list("xor", Long.MAX_VALUE, 10))
                .extracting(listed -> listed.summary().version())
                .containsExactly(2, 1);
    }

    @Test
    void keepsWhatIsAnsweredToTestRowsWhereListsDoNotReadIt() {
        save("xor", 1);
        jdbc.sql("update model set test_outputs = 'not to be read'").update();

        assertThat(models.list("", Long.MAX_VALUE, 10)).singleElement().satisfies(listed -> {
            assertThat(listed.summary().figures().test().cost()).isEqualTo(0.4);
            assertThat(listed.summary().figures().testOutputs()).isNull();
        });
    }

    @Test
    void findsWhatIsAnsweredToTestRowsWhereItWasKeptBefore() {
        save("xor", 1);
        jdbc.sql(
                        "update model set test_outputs = null, test_outputs_sum = null, definition = :definition, definition_sum = null")
                .param("definition", new StoredJson().write(definition(1)))
                .update();

        Model model = models.load(models.find("xor", 1).orElseThrow()).orElseThrow();
        assertThat(model.definition()).usingRecursiveComparison().isEqualTo(definition(1));
        assertThat(models.list("", Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(listed ->
                        assertThat(listed.summary().figures().testOutputs()).isNull());
    }

    private ModelRef save(String name, double weight) {
        return save(models, name, weight);
    }

    private static ModelRef save(ModelRepository into, String name, double weight) {
        return into.save(name, NOON, definition(weight), parameters(weight), SeenRows.of(ROWS), false);
    }

    private static Parameters parameters(double weight) {
        Parameters parameters = new Parameters(ONE_NEURON);
        parameters.weights(0)[0] = weight;
        parameters.weights(0)[1] = Double.MIN_VALUE;
        return parameters;
    }

    private static Definition definition(double weight) {
        Encoding encoding = new Encoding(new Classes(List.of("no", "Ø \0 \" 漢字")), null, null);
        return new Definition(ONE_NEURON, encoding, null, FIGURES, provenance(weight), null);
    }

    private static Provenance provenance(double weight) {
        return Provenance.of("d", parameters(weight), 1, "0.1.0");
    }
}
