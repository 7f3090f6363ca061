package dev.feedforward.training;

import dev.feedforward.dataset.DatasetUploads;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.dataset.upload.UploadParameters;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.training.job.Submission;
import dev.feedforward.training.queue.JobQueue;
import dev.feedforward.training.request.FileTraining;
import dev.feedforward.training.request.RecipeResolver;
import dev.feedforward.training.request.TrainRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in files to train on. Each becomes a data set together with its job: where no job comes of it, the data set
 * that had the name has it still.
 */
@Component
class FileTrainings {

    /** The share of a file's rows to test with. */
    private static final double TEST_FRACTION = 0.2;

    private final DatasetUploads uploads;
    private final RecipeResolver recipes;
    private final JobQueue queue;
    private final Clock clock;

    FileTrainings(DatasetUploads uploads, RecipeResolver recipes, JobQueue queue, Clock clock) {
        this.uploads = uploads;
        this.recipes = recipes;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Queues a training on a file, or finds the one that was queued with the same key before.
     *
     * @param file read to its end, unless the request is refused whatever is in it
     * @return the job's id
     * @throws ServiceException if the file cannot be used, or the job cannot be queued
     * @throws IOException if it cannot be received
     */
    long queue(
            FileTraining training,
            UploadParameters parameters,
            UploadedFile file,
            String client,
            @Nullable String idempotencyKey)
            throws IOException {
        DigestInputStream content = new DigestInputStream(file.content(), Fingerprint.newDigest());
        TrainRequest request = training.request();
        if (queue.isUsed(idempotencyKey)) {
            String digest = digest(content, parameters, training);
            Submission again = new Submission(client, idempotencyKey, digest, clock.instant());
            return queue.earlier(again).orElseThrow(FileTrainings::gone);
        }
        queue.admit(client);
        recipes.checkWithoutRows(request);
        Dataset received =
                uploads.receive(training.nameOrDefault(), file.through(content), parameters.options(TEST_FRACTION));
        return uploads.use(received, () -> {
            String digest = digest(content, parameters, training);
            Submission submission = new Submission(client, idempotencyKey, digest, clock.instant());
            return queue.submit(recipes.resolve(request, received), submission, () -> uploads.publish(received));
        });
    }

    /** What tells one request from another, once its file is read to the end. */
    private static String digest(DigestInputStream content, UploadParameters parameters, FileTraining training)
            throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        MessageDigest digest = content.getMessageDigest();
        digest.update((parameters + " " + training).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ServiceException gone() {
        return new ServiceException(
                ProblemType.CONFLICT,
                "The job that the Idempotency-Key started was deleted just now.",
                "Send the request again to start another.");
    }
}
