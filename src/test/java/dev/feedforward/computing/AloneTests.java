package dev.feedforward.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AloneTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Turns turns =
            new Turns(new ComputingProperties(1, 10, Duration.ofMinutes(1)), registry, System::nanoTime);
    private final Alone alone = new Alone(turns);

    @Test
    void answersWhoMayAskAgainWhileHeAsks() {
        assertThat(answer(() -> answer(() -> "inner"))).isEqualTo("inner");
    }

    @Test
    void refusesWhoIsNotAnsweredInTime() {
        CompletableFuture<String> other = new CompletableFuture<>();
        answer(() -> {
            CompletableFuture.runAsync(() -> other.complete(answer(() -> "too late")))
                    .whenComplete((done, problem) -> {
                        if (problem != null) {
                            other.completeExceptionally(problem);
                        }
                    })
                    .exceptionally(problem -> null)
                    .join();
            return "";
        });
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(other::join)
                .withMessageContaining("Others asked.");
        assertThat(answer(() -> "free again")).isEqualTo("free again");
    }

    /** There is one turn, which who asks second has, and who asked first needs to come to an end. */
    @Test
    void lendsTheTurnOfWhoWaits() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> waits = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> answer(() -> {
            begun.complete(null);
            waits.join();
            turns.begin("first");
            turns.take();
            turns.end();
            return "first";
        }));
        begun.join();
        turns.begin("second");
        turns.take();
        waits.complete(null);

        assertThat(alone.answer(() -> 60_000, AloneTests::tooLate, () -> "second"))
                .isEqualTo("second");

        assertThat(first.join()).isEqualTo("first");
        assertThat(registry.get("feedforward.computing.turns").gauge().value()).isOne();
        turns.end();
    }

    private String answer(Supplier<String> answer) {
        return alone.answer(() -> 0, AloneTests::tooLate, answer);
    }

    private static ServiceException tooLate() {
        return new ServiceException(ProblemType.UNAVAILABLE, "Others asked.", "Ask again.");
    }
}
