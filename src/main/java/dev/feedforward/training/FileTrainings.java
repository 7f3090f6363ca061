package dev.feedforward.training;

import dev.feedforward.dataset.DatasetUploads;
import dev.feedforward.dataset.Fingerprint;
import dev.feedforward.dataset.UploadParameters;
import dev.feedforward.dataset.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in files to train on: each becomes a data set first. */
@Component
class FileTrainings {

    /** The share of a file's rows to test with. */
    private static final double TEST_FRACTION = 0.2;

    private final DatasetUploads uploads;
    private final JobQueue queue;
    private final Clock clock;

    FileTrainings(DatasetUploads uploads, JobQueue queue, Clock clock) {
        this.uploads = uploads;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Stores a file as a data set; one that comes with the key of an earlier job is only told by its digest, which says
     * whether it is the same.
     *
     * @param file read to its end
     * @throws dev.feedforward.error.ServiceException if the file cannot be used
     * @throws IOException if it cannot be received
     */
    Submission take(
            FileTraining training,
            UploadParameters parameters,
            InputStream file,
            String client,
            @Nullable String idempotencyKey)
            throws IOException {
        DigestInputStream content = new DigestInputStream(file, Fingerprint.newDigest());
        if (!queue.isUsed(idempotencyKey)) {
            uploads.store(
                    training.nameOrDefault(), new UploadedFile(content, false), parameters.options(TEST_FRACTION));
        }
        content.transferTo(OutputStream.nullOutputStream());
        MessageDigest digest = content.getMessageDigest();
        digest.update((parameters + " " + training).getBytes(StandardCharsets.UTF_8));
        return new Submission(client, idempotencyKey, HexFormat.of().formatHex(digest.digest()), clock.instant());
    }
}
