package dev.feedforward.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryBudget.Shrinkable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTests {

    private static final long MEGABYTE = 1 << 20;

    private final MemoryBudget budget = new MemoryBudget(10 * MEGABYTE);

    @Test
    void knowsWhatFitsAndWhatIsFree() {
        assertThat(budget.canHold(10 * MEGABYTE)).isTrue();
        assertThat(budget.canHold(10 * MEGABYTE + 1)).isFalse();
        assertThat(budget.canHold(Long.MAX_VALUE / 2)).isFalse();

        try (Reservation ignored = budget.reserve(7 * MEGABYTE, () -> true).orElseThrow()) {
            assertThat(budget.reserved()).isEqualTo(7 * MEGABYTE);
            assertThat(budget.reserveNow(3 * MEGABYTE + 1)).isEmpty();
            budget.reserveNow(3 * MEGABYTE).orElseThrow().close();
        }
        assertThat(budget.reserved()).isZero();
        budget.reserveNow(10 * MEGABYTE).orElseThrow().close();
    }

    @Test
    void whoDoesNotFitBesideOthersWaitsForThem() throws Exception {
        Reservation first = budget.reserve(7 * MEGABYTE, () -> true).orElseThrow();
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Optional<Shrinkable>> second = wait(7 * MEGABYTE, waits);
        assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second).isNotDone();

        first.close();
        assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void whoComesLaterDoesNotGoBefore() throws Exception {
        Reservation all = budget.reserveNow(10 * MEGABYTE).orElseThrow();
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Optional<Shrinkable>> large = wait(9 * MEGABYTE, waits);
        assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();

        CountDownLatch asked = new CountDownLatch(3);
        CompletableFuture<Optional<Shrinkable>> small = wait(2 * MEGABYTE, asked);
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        all.close();

        Reservation held = large.get(1, TimeUnit.MINUTES).orElseThrow();
        assertThat(small).isNotDone();
        held.close();
        assertThat(small.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void whoTakesLittleAtOnceDoesNotGoBeforeOneWhoWaits() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Optional<Shrinkable>> large;
        try (Reservation ignored = budget.reserveNow(2 * MEGABYTE).orElseThrow()) {
            large = wait(9 * MEGABYTE, waits);
            assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(budget.reserveNow(1)).isEmpty();
        }
        assertThat(large.get(1, TimeUnit.MINUTES)).isPresent();
        assertThat(budget.reserveNow(MEGABYTE)).isPresent();
    }

    @Test
    void givesBackInParts() {
        Shrinkable held = budget.reserveNow(10 * MEGABYTE).orElseThrow();

        held.shrinkTo(4 * MEGABYTE);
        held.shrinkTo(7 * MEGABYTE);
        assertThat(budget.reserved()).isEqualTo(4 * MEGABYTE);
        held.close();
        held.close();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void whoGivesUpGetsNothingAndHoldsNothing() {
        try (Reservation ignored = budget.reserve(7 * MEGABYTE, () -> true).orElseThrow()) {
            assertThat(budget.reserve(7 * MEGABYTE, () -> true)).isEmpty();
        }
        budget.reserveNow(10 * MEGABYTE).orElseThrow().close();
    }

    @Test
    void refusesWhatNeverFits() {
        assertThatIllegalArgumentException().isThrownBy(() -> budget.reserve(11 * MEGABYTE, () -> false));
    }

    /** Waits on a thread of its own, which counts down each time that it is asked whether to go on. */
    private CompletableFuture<Optional<Shrinkable>> wait(long bytes, CountDownLatch asked) {
        CompletableFuture<Optional<Shrinkable>> reserved = new CompletableFuture<>();
        new Thread(() -> reserved.complete(budget.reserve(bytes, () -> {
                    asked.countDown();
                    return false;
                })))
                .start();
        return reserved;
    }
}
