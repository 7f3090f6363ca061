package dev.feedforward.dataset.builtin.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTests {

    @Test
    void passesItsPointsWhenDrawn() {
        List<Point> line = Stroke.parse("0,0 10,0 20,10").line();

        assertThat(line).startsWith(new Point(0, 0)).contains(new Point(10, 0)).endsWith(new Point(20, 10));
    }

    @Test
    void isStraightBetweenTwoPoints() {
        assertThat(Stroke.parse("0,0 8,16").line()).hasSize(9).allMatch(point -> point.y() == 2.0 * point.x());
    }

    @Test
    void roundsNoCornerThatAStarMarks() {
        assertThat(Stroke.parse("0,0 8,0* 8,8").line()).allMatch(point -> point.y() == 0.0 || point.x() == 8.0);
        assertThat(Stroke.parse("0,0 8,0 8,8").line()).anyMatch(point -> point.y() != 0.0 && point.x() != 8.0);
    }

    @Test
    void staysInOnePieceWhenEveryPointIsMovedElsewhere() {
        int[] moves = {0};
        Stroke moved = Stroke.parse("0,0 8,0* 8,8").map(point -> new Point(point.x() + moves[0]++, point.y()));

        assertThat(moved.runs().get(1).get(0)).isEqualTo(moved.runs().get(0).get(2));
    }
}
