package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.nn.Network;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.job.JobModel;
import dev.feedforward.training.job.JobStatus;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.request.TrainRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How those who look and the thread that trains meet. */
class SnapshotRequestsTests {

    private final SetClock clock = new SetClock();
    private final SnapshotRequests snapshotRequests = new SnapshotRequests(clock);
    private final PreparedTraining training = new PreparedTraining(
            TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE), new TrainingDataReader(null, null), "1");
    private final Network network = training.network();

    @Test
    void waitsForTheNextIteration() {
        assertThat(snapshotRequests.isAsked()).isFalse();

        CompletableFuture<Snapshot> seen = snapshotRequests.look(0);

        assertThat(snapshotRequests.isAsked()).isTrue();
        assertThat(seen).isNotDone();
        show(5);
        assertThat(seen).isCompletedWithValueMatching(snapshot -> snapshot.iteration() == 5);
        assertThat(snapshotRequests.isAsked()).isFalse();
    }

    @Test
    void sharesOneCopyAmongThoseWhoLookAtOnceAndSoonAfter() {
        CompletableFuture<Snapshot> first = snapshotRequests.look(0);
        CompletableFuture<Snapshot> second = snapshotRequests.look(1);
        show(2);
        clock.now = clock.now.plusMillis(99);

        assertThat(second).isSameAs(first);
        assertThat(snapshotRequests.look(900)).isSameAs(first);
        assertThat(snapshotRequests.isAsked()).isFalse();
    }

    @Test
    void makesANewCopyWhenTheLastIsOldUnlessNothingHasHappenedSince() {
        CompletableFuture<Snapshot> first = snapshotRequests.look(0);
        show(2);
        clock.now = clock.now.plusMillis(100);

        assertThat(snapshotRequests.look(2)).isSameAs(first);
        assertThat(snapshotRequests.look(3)).isNotSameAs(first).isNotDone();
    }

    @Test
    void makesNoCopyForThoseWhoHaveLeft() {
        CompletableFuture<Snapshot> first = snapshotRequests.look(0);
        snapshotRequests.look(0);

        snapshotRequests.leave(first);
        assertThat(snapshotRequests.isAsked()).isTrue();
        snapshotRequests.leave(first);
        assertThat(snapshotRequests.isAsked()).isFalse();
        show(1);
        assertThat(first).isNotDone();
        snapshotRequests.leave(snapshotRequests.look(1));
        assertThat(snapshotRequests.isAsked()).isFalse();
    }

    @Test
    void copiesTheWeightsSoThatTheyStay() {
        CompletableFuture<Snapshot> seen = snapshotRequests.look(0);
        double before = network.parameters().weights(0)[0];
        show(1);
        network.parameters().weights(0)[0] = 42.0;

        Job job = new Job(
                7,
                JobStatus.RUNNING,
                new JobModel("course", null),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        assertThat(seen.join().model(job).network().parameters().weights(0)[0]).isEqualTo(before);
        assertThat(seen.join().model(job)).isSameAs(seen.join().model(job));
        assertThat(seen.join().model(job).ref()).hasToString("course in training");
    }

    private void show(long iteration) {
        snapshotRequests.show(() -> new Snapshot(training, iteration, network, null, 0.5));
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
