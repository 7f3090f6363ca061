package dev.feedforward.dataset.builtin.digits;

import dev.feedforward.nn.random.SplitMix64;
import java.util.List;

/**
 * The ways to write each digit that are common in European hands, drafted for this service: strokes as {@link Stroke}
 * takes them, in the order in which the pen draws them.
 */
final class Skeletons {

    private static final List<List<Skeleton>> OF_DIGIT = List.of(
            List.of(
                    // An oval.
                    way(6, "32,0 10,14 0,50 10,86 30,100 50,86 60,50 50,14 30,0"),
                    // Begun too far right.
                    way(4, "46,8 28,0 10,14 0,50 10,86 30,100 50,86 60,50 50,14 34,4"),
                    // Its end drawn into it.
                    way(3, "26,6 8,20 0,52 10,88 30,100 52,86 60,50 48,12 32,0 24,8 28,20"),
                    // A stroke through it.
                    way(1, "32,0 10,14 0,50 10,86 30,100 50,86 60,50 50,14 30,0; 52,6 8,94")),
            List.of(
                    // A short flag.
                    way(5, "0,26 18,14 30,0* 30,100"),
                    // A flag half as long as the stem.
                    way(5, "0,46 20,26 36,0* 36,100"),
                    // A long one.
                    way(3, "0,62 24,34 44,0* 44,100"),
                    // A very long one.
                    way(3, "0,86 30,46 52,0* 54,100"),
                    // A flag and a foot.
                    way(3, "4,30 20,16 30,0* 30,100; 6,100 54,100"),
                    // A bare stem.
                    way(4, "10,0 10,100")),
            List.of(
                    // A round top.
                    way(5, "0,22 10,5 30,0 50,8 54,26 38,54 0,99* 30,97 60,99"),
                    // An open one.
                    way(3, "0,12 24,0 48,4 52,22 34,54 0,99* 60,98"),
                    // A pointed one.
                    way(2, "0,4 24,1 54,2* 30,46 0,98* 60,98"),
                    // A foot that turns up.
                    way(3, "2,16 16,2 40,2 50,20 34,52 2,96* 18,90 42,99 60,86"),
                    // A round turn to the foot.
                    way(4, "4,20 12,3 34,0 48,16 38,46 14,78 4,95 22,99 60,97"),
                    // A loop at the foot.
                    way(3, "4,22 14,4 34,0 50,12 46,36 28,70 8,92 0,86 8,78 24,84 42,98 60,92"),
                    // A curl at the start and a loop.
                    way(2, "22,26 10,34 4,22 16,4 34,0 50,12 46,36 28,68 4,98* 16,90 40,98 62,96"),
                    // A curl at the start.
                    way(3, "20,20 30,30 14,34 10,12 30,0 50,12 46,40 24,76 2,98* 28,96 60,98")),
            List.of(
                    // Two bows that meet in a corner.
                    way(6, "4,10 24,0 48,8 48,30 22,46* 50,54 58,76 40,98 18,100 0,90"),
                    // Two bows that meet in a small loop.
                    way(2, "4,12 24,0 48,8 46,30 26,46 18,48 28,46 52,56 58,78 40,98 18,100 0,90"),
                    // A straight top.
                    way(3, "4,3 28,1 54,2* 22,42* 50,50 58,74 42,96 18,100 0,92"),
                    // A pointed one.
                    way(3, "4,8 28,0 52,4 44,24 22,42* 48,48 58,72 42,96 18,100 0,92"),
                    // A bar in the middle.
                    way(4, "2,10 24,0 50,6 44,28 8,46* 44,46 60,70 46,94 20,100 0,94"),
                    // A large lower bow that runs out.
                    way(2, "4,6 28,0 50,8 46,30 14,42* 44,56 58,74 40,92 0,98")),
            List.of(
                    // Open, straight on the left.
                    way(5, "22,0 10,28 0,58* 30,60 62,56; 46,30 42,64 38,100"),
                    // Open, round on the left.
                    way(4, "12,0 2,34 6,54 30,58 60,48; 54,8 46,60 42,100"),
                    // Closed, with a straight stem.
                    way(3, "40,100 42,50 44,0* 20,36 0,66* 30,66 62,64"),
                    // A stem that begins late.
                    way(3, "36,0 18,32 0,66* 30,68 62,66; 44,42 40,100"),
                    // A bowl and a stem.
                    way(2, "16,0 4,30 2,52 24,60 48,50*; 56,0 50,50 44,100")),
            List.of(
                    // A hook, then a bar.
                    way(5, "8,4 5,24 4,46* 28,38 52,50 56,74 40,96 18,100 0,92; 8,4 32,2 58,0"),
                    // In one go with corners.
                    way(4, "58,1 34,2 8,3* 4,46* 30,40 54,54 56,78 36,98 16,100 0,94"),
                    // In one go like an S.
                    way(3, "58,0 32,2 12,8 6,28 22,44 46,58 54,76 40,96 18,100 0,92"),
                    // A bar that does not touch.
                    way(2, "10,8 6,28 6,44 30,46 52,58 54,80 38,98 18,100 0,94; 10,2 36,4 58,2")),
            List.of(
                    // A bowed stem.
                    way(5, "48,0 24,16 6,46 0,76 14,98 40,98 56,80 46,60 24,60 6,76"),
                    // A nearly straight one.
                    way(4, "38,0 18,30 2,66 6,92 26,100 50,92 56,72 40,58 18,64 4,80"),
                    // A hook at its top.
                    way(3, "56,10 42,0 20,10 4,42 0,74 14,98 40,98 54,78 42,58 20,60 4,74"),
                    // A loop that ends inside.
                    way(3, "44,0 20,24 4,60 4,86 22,100 50,96 60,80 44,68 24,74 16,88")),
            List.of(
                    // A bar.
                    way(5, "0,4 28,2 54,2* 36,44 24,100; 6,52 30,50 56,48"),
                    // No bar.
                    way(3, "0,4 28,2 54,2* 36,44 24,100"),
                    // A serif and a bar.
                    way(3, "4,18 2,4* 28,3 54,2* 36,46 28,100; 10,52 54,50"),
                    // A wave and a bar.
                    way(3, "0,14 12,2 32,8 56,0* 40,40 26,100; 8,54 54,48"),
                    // A serif, no bar.
                    way(1, "4,18 2,4* 28,3 54,2* 38,46 30,100"),
                    // A long bar below a short top.
                    way(5, "14,6 28,3 44,2* 36,48 26,100; 0,54 30,52 60,48"),
                    // A loop for a serif, and a bar.
                    way(2, "8,22 18,8 8,2 4,14 28,10 56,2* 38,48 28,100; 6,54 32,52 58,50")),
            List.of(
                    // In one go, begun on the right.
                    way(5, "50,14 30,0 10,12 14,34 36,52 56,72 46,96 22,99 4,82 14,60 40,40 52,22 48,10"),
                    // Its ends apart.
                    way(3, "58,8 34,0 12,12 16,34 38,54 54,74 42,96 18,98 4,82 18,58 42,38 58,10"),
                    // Two rings.
                    way(3, "30,0 10,8 8,34 28,46 50,36 52,10 30,0; 28,46 4,58 2,86 28,100 56,88 56,60 32,46"),
                    // Its ends apart, larger below.
                    way(2, "56,10 34,0 10,10 8,32 30,46 52,60 54,88 30,100 6,90 6,64 28,46 50,30 54,12"),
                    // Begun with an S, closed by a straight line.
                    way(3, "54,14 30,0 6,16 22,40 44,66 36,94 12,98 2,78 20,58 40,36 60,2")),
            List.of(
                    // A bowed tail.
                    way(5, "50,12 28,0 6,12 2,36 20,50 44,40 54,10* 56,50 44,92 22,100 2,94"),
                    // A straight one.
                    way(4, "50,14 30,0 6,12 2,34 20,48 42,38 52,8* 48,50 42,100"),
                    // Open at the top.
                    way(3, "54,6 28,0 4,16 4,40 26,48 48,34 56,6* 54,48 42,90 20,100 4,96"),
                    // A pointed ring.
                    way(2, "56,4 26,2 2,20 8,42 34,42 56,4* 42,50 30,100"),
                    // A tail that swings round.
                    way(4, "52,10 28,0 6,10 4,30 26,42 46,30 54,8* 46,40 56,68 38,96 4,97"),
                    // A small ring with a double bow for a tail.
                    way(3, "46,4 20,2 6,18 20,36 42,26 46,4 44,44 54,76 30,99 0,92")));

    private Skeletons() {}

    private static Skeleton way(int share, String strokes) {
        return Skeleton.parse(share, strokes);
    }

    /** A way to write {@code digit}, the common ones more often. */
    static Skeleton any(int digit, SplitMix64 random) {
        List<Skeleton> ways = OF_DIGIT.get(digit);
        int drawn = random.nextInt(ways.stream().mapToInt(Skeleton::share).sum());
        for (Skeleton way : ways) {
            drawn -= way.share();
            if (drawn < 0) {
                return way;
            }
        }
        throw new IllegalStateException("the shares of %d do not add up".formatted(digit));
    }
}
