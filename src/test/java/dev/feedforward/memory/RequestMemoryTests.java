package dev.feedforward.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.MemoryBudget.Reservation;
import org.junit.jupiter.api.Test;

class RequestMemoryTests {

    private static final long MEGABYTE = 1 << 20;

    private final MemoryBudget budget = new MemoryBudget(10 * MEGABYTE);

    @Test
    void reservesInStepsAndGivesAllBack() {
        try (Reservation request = RequestMemory.begin(budget)) {
            RequestMemory.take(MEGABYTE);
            RequestMemory.take(100);
            assertThat(budget.reserved()).isEqualTo(MEGABYTE);
            RequestMemory.take(3 * MEGABYTE);
            assertThat(budget.reserved()).isEqualTo(4 * MEGABYTE);
        }
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void letsSmallRequestsGoOnWhereEverythingIsTaken() {
        try (Reservation others = budget.reserveNow(10 * MEGABYTE).orElseThrow();
                Reservation request = RequestMemory.begin(budget)) {
            RequestMemory.take(RequestMemory.SMALL);
            assertThatThrownBy(() -> RequestMemory.take(1)).isInstanceOf(ServiceException.class);
        }
    }

    @Test
    void tellsWhoComesAtABadTimeToComeAgain() {
        try (Reservation others = budget.reserveNow(7 * MEGABYTE).orElseThrow();
                Reservation request = RequestMemory.begin(budget)) {
            ServiceException refused =
                    catchThrowableOfType(ServiceException.class, () -> RequestMemory.take(5 * MEGABYTE));
            assertThat(refused.type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(refused.retryAfter()).isPositive();
            assertThat(refused).hasMessageContaining("takes 5 MB").hasMessageContaining("the 10 that there are");
            RequestMemory.take(3 * MEGABYTE);
        }
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void tellsWhoNeverFitsToAskForLess() {
        try (Reservation request = RequestMemory.begin(budget)) {
            RequestMemory.take(6 * MEGABYTE);
            ServiceException refused =
                    catchThrowableOfType(ServiceException.class, () -> RequestMemory.take(5 * MEGABYTE));
            assertThat(refused.type()).isEqualTo(ProblemType.TOO_LARGE_FOR_MEMORY);
            assertThat(refused.retryAfter()).isNull();
            assertThat(refused).hasMessage("This takes 11 MB of memory or more, of at most 10.");
        }
    }

    @Test
    void countsWhatIsKeptForAWhileNoLonger() {
        try (Reservation request = RequestMemory.begin(budget)) {
            for (int i = 0; i < 20; i++) {
                try (Reservation passing = RequestMemory.passing()) {
                    RequestMemory.take(3 * MEGABYTE);
                }
            }
            assertThat(budget.reserved()).isZero();
        }
    }

    @Test
    void reservesOnceWhatIsRequiredAndThenTaken() {
        try (Reservation request = RequestMemory.begin(budget)) {
            RequestMemory.require(3 * MEGABYTE);
            RequestMemory.take(2 * MEGABYTE);
            RequestMemory.take(MEGABYTE);
            assertThat(budget.reserved()).isEqualTo(3 * MEGABYTE);
            RequestMemory.giveBack(3 * MEGABYTE);
            assertThat(budget.reserved()).isZero();
        }
    }

    @Test
    void takesNothingWhereNoRequestIsAnswered() {
        RequestMemory.take(100 * MEGABYTE);
        assertThat(budget.reserved()).isZero();
    }
}
