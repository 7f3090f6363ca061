package dev.feedforward.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTests {

    private final Line line = new Line(new ComputingProperties(1, 6, Duration.ofSeconds(30)));
    private final List<Turn> asked = new ArrayList<>();

    @Test
    void givesOneClientAfterTheOtherTheirTurns() {
        Turn first = join("busy");
        List<Turn> busy = List.of(join("busy"), join("busy"), join("busy"));
        Turn other = join("other");
        Turn third = join("third");

        assertThat(orderAfter(first)).containsExactly(busy.get(0), other, third, busy.get(1), busy.get(2));
        assertThat(line.taken()).isZero();
    }

    @Test
    void refusesWhoComesWhenAllPlacesAreTaken() {
        join("a");
        for (String client : List.of("a", "b", "c", "d", "e", "f")) {
            join(client);
        }
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> join("g"))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNAVAILABLE))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive())
                .withMessage("All turns to compute are taken (1), and 6 requests wait for one.");
        assertThat(line.waiting()).isEqualTo(6);
    }

    @Test
    void refusesClientWhoHasHalfOfThePlacesAndLetsOthersIn() {
        join("fe80::1%eth0");
        for (int i = 0; i < 3; i++) {
            join("fe80::1%eth0");
        }
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> join("fe80::1%eth0"))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive())
                .withMessage("All turns to compute are taken (1), and 3 requests of fe80::1%eth0 wait for one.");
        assertThatNoException().isThrownBy(() -> join("other"));
    }

    @Test
    void goesOnWithoutWhoeverStopsWaiting() {
        Turn first = join("a");
        Turn impatient = join("b");
        Turn patient = join("c");

        line.leave(impatient);

        assertThat(orderAfter(first)).containsExactly(patient);
        assertThat(line.waiting()).isZero();
    }

    @Test
    void keepsLentTurnForItsRequestUntilItHasRestedForLong() {
        Turn first = join("a");
        Turn next = join("b");
        line.lend(first, 100);

        line.handOnLent(99);
        assertThat(next.given()).isNotDone();
        line.rejoin(first, 150);
        assertThat(first.given()).isDone();

        line.lend(first, 200);
        line.handOnLent(149);
        assertThat(next.given()).describedAs("50 of rest, and no more").isNotDone();
        line.handOnLent(150);
        assertThat(next.given()).isDone();
    }

    @Test
    void letsOthersInBetweenThoseWhoGoOnAgainAndAgain() {
        Turn first = join("a");
        Turn second = join("a");
        Turn patient = join("b");
        line.lend(first, 0);
        line.handOnLent(0);
        line.rejoin(first, 0);
        line.lend(second, 0);
        line.handOnLent(0);
        line.rejoin(second, 0);
        assertThat(first.given()).isDone();

        line.lend(first, 0);
        line.handOnLent(0);
        assertThat(patient.given()).isDone();
        assertThat(second.given()).isNotDone();
    }

    @Test
    void givesLentTurnBackBeforeAnyOtherIsGiven() {
        Turn first = join("a");
        Turn second = join("b");
        Turn third = join("c");
        line.lend(first, 0);
        line.handOnLent(0);
        line.rejoin(first, 0);
        assertThat(first.given()).isNotDone();

        line.leave(second);

        assertThat(first.given()).isDone();
        assertThat(orderAfter(first)).containsExactly(third);
    }

    @Test
    void letsNoMoreGoOnWithoutTurnThanThereAreTurns() {
        Turn first = joinAndTakeFrom(null, "a");
        Turn second = joinAndTakeFrom(first, "b");
        assertThat(line.exempt(first, false)).isTrue();
        Turn third = joinAndTakeFrom(second, "c");
        assertThat(line.exempt(second, false)).isFalse();
        line.leave(first);
        assertThat(line.exempt(second, false)).isTrue();

        Turn fourth = joinAndTakeFrom(third, "d");
        assertThat(line.exempt(third, true)).describedAs("after long").isTrue();

        assertThat(line.waiting()).isZero();
        List.of(second, third, fourth).forEach(line::leave);
        assertThat(line.taken()).isZero();
    }

    /** One who has the turn of {@code other}, who waits to have it again. */
    private Turn joinAndTakeFrom(@Nullable Turn other, String client) {
        Turn turn = join(client);
        if (other != null) {
            line.lend(other, 0);
            line.handOnLent(0);
            line.rejoin(other, 0);
        }
        assertThat(turn.state()).isEqualTo(Turn.State.TAKEN);
        return turn;
    }

    @Test
    void countsThoseWhoGoOnAmongThoseWhoWait() {
        Turn first = join("a");
        join("b");
        line.lend(first, 0);
        line.handOnLent(0);
        line.rejoin(first, 0);
        for (String client : List.of("c", "d", "e", "f", "g")) {
            join(client);
        }
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> join("h"));
    }

    @Test
    void losesNoTurnOfThoseWhoEndWhileTheyRest() {
        Turn kept = join("a");
        line.lend(kept, 0);
        line.leave(kept);
        assertThat(line.taken()).isZero();

        Turn handedOn = join("a");
        Turn next = join("b");
        line.lend(handedOn, 0);
        line.handOnLent(0);
        line.leave(handedOn);
        assertThat(line.taken()).isOne();
        line.leave(next);
        assertThat(line.taken()).isZero();
    }

    private Turn join(String client) {
        Turn turn = new Turn(client);
        line.join(turn);
        asked.add(turn);
        return turn;
    }

    /** Those who get turns when one after the other ends, beginning with {@code first}. */
    private List<Turn> orderAfter(Turn first) {
        List<Turn> order = new ArrayList<>();
        for (Turn now = first; now != null; ) {
            line.leave(now);
            now = asked.stream()
                    .filter(turn -> turn.state() == Turn.State.TAKEN)
                    .findFirst()
                    .orElse(null);
            if (now != null) {
                order.add(now);
            }
        }
        return order;
    }
}
