package dev.feedforward.training.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.database.TestPostgres;
import dev.feedforward.dataset.store.DatasetUses;
import dev.feedforward.model.store.ModelUses;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A model or a data set is deleted at the same instant as a job is queued that needs it, where both go on at once, as
 * on PostgreSQL: one of the two is refused.
 */
@FeedforwardTest
@DirtiesContext
class DeletedWhileQueuedTests {

    private static final String QUEUED = """
            insert into job (status, model_name, created_at, iterations, epoch_iterations, client, turn, body_digest,
                request, %1$s) values ('paused', 'm', 0, 1, 1, 'c', 1, '', '{}', %2$s)
            """;

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ModelUses models;

    @Autowired
    private DatasetUses datasets;

    @DynamicPropertySource
    static void keepEverythingInPostgres(DynamicPropertyRegistry properties) {
        String url = TestPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void doesNotDeleteAModelForWhichAJobIsBeingQueued() throws Exception {
        train("needed");

        HttpResponse<String> deletion = during(
                () -> {
                    jdbc.sql(QUEUED.formatted("from_model, from_version", "'needed', 1"))
                            .update();
                    models.take("needed");
                },
                () -> caller.delete("/models/needed"));

        assertThat(deletion.statusCode()).as(deletion.body()).isEqualTo(409);
        assertThat(caller.get("/models/needed/versions/1").statusCode()).isEqualTo(200);
    }

    @Test
    void queuesNoJobForAModelThatIsBeingDeleted() throws Exception {
        train("leaving");

        HttpResponse<String> queued = during(
                () -> {
                    models.take("leaving");
                    jdbc.sql("delete from model where name = 'leaving'").update();
                },
                () -> caller.post("/train", "{\"from\": {\"model\": \"leaving\"}}"));

        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(404);
        assertThat(queued.body()).contains("/problems/model-not-found", "leaving version 1 was deleted just now");
    }

    @Test
    void doesNotDeleteADataSetForWhichAJobIsBeingQueued() throws Exception {
        long id = upload("needed-rows");

        HttpResponse<String> deletion = during(
                () -> {
                    datasets.take(id);
                    jdbc.sql(QUEUED.formatted("dataset_id", id)).update();
                },
                () -> caller.delete("/datasets/needed-rows"));

        assertThat(deletion.statusCode()).as(deletion.body()).isEqualTo(409);
        assertThat(caller.get("/datasets/needed-rows").statusCode()).isEqualTo(200);
    }

    @Test
    void queuesNoJobForADataSetThatIsBeingDeleted() throws Exception {
        long id = upload("leaving-rows");

        HttpResponse<String> queued = during(
                () -> {
                    datasets.take(id);
                    assertThat(datasets.remove(id, 0)).isEmpty();
                },
                () -> caller.post("/train", "{\"dataset\": \"leaving-rows\"}"));

        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(404);
        assertThat(queued.body()).contains("/problems/dataset-not-found", "\\\"leaving-rows\\\" was deleted just now");
    }

    private void train(String name) throws Exception {
        HttpResponse<String> trained =
                caller.post("/train?wait=60", "{\"name\": \"%s\", \"training\": {\"iterations\": 1}}".formatted(name));
        assertThat(trained.statusCode()).as(trained.body()).isEqualTo(200);
    }

    private long upload(String name) throws Exception {
        HttpResponse<String> uploaded = caller.send(caller.to("/datasets/" + name)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString("a,b\n1,2\n3,4\n")));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        return jdbc.sql("select id from dataset where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** What a call is answered that begins while a transaction has done its work, and waits until this is committed. */
    private HttpResponse<String> during(Runnable work, Callable<HttpResponse<String>> call) {
        CompletableFuture<HttpResponse<String>> answer = Objects.requireNonNull(transactions.execute(transaction -> {
            work.run();
            CompletableFuture<HttpResponse<String>> begun = CompletableFuture.supplyAsync(() -> answer(call));
            await().until(() -> begun.isDone() || someoneWaits());
            assertThat(begun).as("a call that is to wait").isNotDone();
            return begun;
        }));
        return answer.join();
    }

    private boolean someoneWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static HttpResponse<String> answer(Callable<HttpResponse<String>> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
