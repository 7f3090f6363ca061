package dev.feedforward.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong clock = new AtomicLong();
    private final Turns turns = new Turns(
            new ComputingProperties(1, 10, Duration.ofMinutes(1)),
            registry,
            () -> clock.addAndGet(Duration.ofSeconds(20).toNanos()));

    @Test
    void takesOneTurnHoweverOftenItIsAskedFor() {
        turns.begin("a");
        turns.take();
        turns.take();
        turns.takeFor(1e9);
        assertThat(taken()).isOne();
        turns.end();
        assertThat(taken()).isZero();
    }

    @Test
    void takesNoTurnForLittle() {
        turns.begin("a");
        turns.takeFor(1e5);
        assertThat(taken()).isZero();
        turns.takeFor(1e9);
        assertThat(taken()).isOne();
        turns.end();
    }

    @Test
    void takesNothingOnThreadThatAnswersNoRequest() {
        turns.take();
        turns.rest();
        turns.goOn();
        turns.end();
        assertThat(taken()).isZero();
    }

    @Test
    void goesOnWithoutTurnWhereOthersKeepIt() {
        turns.begin("a");
        turns.take();
        turns.rest();
        CompletableFuture.runAsync(() -> {
                    turns.begin("b");
                    turns.take();
                })
                .join();

        turns.goOnSoon();

        assertThat(taken()).isOne();
        assertThat(registry.get("feedforward.computing.waiting").gauge().value())
                .isZero();
        turns.end();
        assertThat(taken()).isOne();
    }

    /** Each look at the clock is twenty seconds later than the one before. */
    @Test
    void refusesWhoHasWaitedTooLong() {
        turns.begin("a");
        turns.take();

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            turns.begin("b");
            turns.take();
        });

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(other::join)
                .satisfies(e -> assertThat(e.getCause()).isInstanceOfSatisfying(ServiceException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(refused.retryAfter()).isPositive();
                    assertThat(refused)
                            .hasMessage(
                                    "All turns to compute are taken (1), and this request has waited for one for 60 s.");
                }));
        assertThat(registry.get("feedforward.computing.waiting").gauge().value())
                .isZero();
        assertThat(registry.get("feedforward.computing.refused").counter().count())
                .isOne();
        turns.end();
        assertThat(taken()).isZero();
    }

    @Test
    void letsOthersComputeWhileOneRests() {
        turns.begin("a");
        turns.take();
        turns.rest();

        CompletableFuture.runAsync(() -> {
                    turns.begin("b");
                    turns.take();
                    turns.end();
                })
                .join();

        turns.goOn();
        assertThat(taken()).isOne();
        turns.end();
        assertThat(taken()).isZero();
    }

    private double taken() {
        return registry.get("feedforward.computing.turns").gauge().value();
    }
}
