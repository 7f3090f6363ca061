package dev.feedforward.training.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import dev.feedforward.training.worker.TrainingProperties;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrainingSchedulerConfigurationTests {

    @Test
    void tellsTheLogWhyAWorkerCouldNotTakeUpAJob(CapturedOutput output) {
        ExecutorService workers = new TrainingSchedulerConfiguration()
                .trainingWorkers(new DbSchedulerProperties(), new TrainingProperties(1, 1, Duration.ofDays(1)), null)
                .executorService()
                .orElseThrow();

        workers.execute(() -> {
            throw new IllegalStateException("no ticket");
        });

        await().untilAsserted(
                        () -> assertThat(output.getOut()).contains("worker-1 could not take up a job", "no ticket"));
        assertThat(output.getErr()).doesNotContain("Exception in thread");
        workers.shutdown();
    }
}
