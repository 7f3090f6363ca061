package dev.feedforward.insight.landscape;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are looked at, evenly spread.
 *
 * @param min the first
 * @param max the last
 */
public record Span(double min, double max) {

    /** Beyond this neither a weight nor an input is worth looking at, and differences stay finite. */
    private static final double LARGEST = 1e100;

    /**
     * A span as a request says it.
     *
     * @param min null for {@code otherwise}'s; likewise {@code max}
     * @param names what the request calls the two
     * @throws ServiceException if it is none
     */
    public static Span of(@Nullable Double min, @Nullable Double max, Span otherwise, String names) {
        Span span = new Span(min == null ? otherwise.min : min, max == null ? otherwise.max : max);
        // Not a number is neither.
        if (!(span.min < span.max) || !(Math.abs(span.min) <= LARGEST) || !(Math.abs(span.max) <= LARGEST)) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "%s are %s and %s, which is no range.".formatted(names, span.min, span.max),
                    "Give numbers of at most 1e100, the smaller one first; or leave both out.");
        }
        return span;
    }

    /** {@code value} and so much around it on each side. */
    static Span around(double value, double reach) {
        return new Span(value - reach, value + reach);
    }

    /** From the lesser to the greater of two numbers, widened by a part of that on each side. */
    public static Span between(double one, double other, double margin) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        double wider = high > low ? margin * (high - low) : 1;
        return new Span(low - wider, high + wider);
    }

    /** This span, with {@code value} in it. */
    Span with(double value) {
        return Double.isFinite(value) ? new Span(Math.min(min, value), Math.max(max, value)) : this;
    }

    public double[] points(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> i == count - 1 ? max : min + (max - min) * i / (count - 1))
                .toArray();
    }
}
