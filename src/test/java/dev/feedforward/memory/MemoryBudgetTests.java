package dev.feedforward.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feedforward.memory.MemoryBudget.Reservation;
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
        CompletableFuture<Optional<Reservation>> second =
                CompletableFuture.supplyAsync(() -> budget.reserve(7 * MEGABYTE, () -> {
                    waits.countDown();
                    return false;
                }));
        assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second).isNotDone();

        first.close();
        assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
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
}
