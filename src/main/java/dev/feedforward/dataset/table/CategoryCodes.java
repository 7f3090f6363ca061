package dev.feedforward.dataset.table;

import dev.feedforward.memory.RequestMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers the categories of a column in the order in which they come. */
public final class CategoryCodes {

    /** Different texts of a column; with more it is probably a name or a number of each row. */
    public static final int MOST = 1_000;

    public static final int LONGEST = 200;

    /** Bytes of a category besides its characters: in three collections, with the words for where it is. */
    private static final long CATEGORY = 256;

    /** Bytes of a character: as it is, and as it is written as JSON, with the bytes of that. */
    private static final long CHARACTER = 6;

    /**
     * A category.
     *
     * @param isNumber whether its text would be read as a number
     * @param rows that have it
     * @param place of the first of them, in words
     */
    public record Category(String text, boolean isNumber, int rows, String place) {}

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> categories = new ArrayList<>();
    private int[] counts = new int[16];
    private final List<String> firstPlaces = new ArrayList<>();
    private @Nullable String last;
    private int lastCode;

    /**
     * The number of a category; -1 if there would be too many.
     *
     * @param place where it is, in words
     */
    public int code(String category, Supplier<String> place) {
        if (category.equals(last)) {
            return lastCode;
        }
        Integer known = codes.get(category);
        if (known == null && categories.size() == MOST) {
            return -1;
        }
        if (known == null) {
            RequestMemory.take(CATEGORY + CHARACTER * category.length());
            known = categories.size();
            codes.put(category, known);
            categories.add(category);
            firstPlaces.add(place.get());
        }
        last = category;
        lastCode = known;
        return known;
    }

    /** Notes that a row of this category is stored. */
    public void count(int code) {
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, MOST);
        }
        counts[code]++;
    }

    /** The categories of stored rows, in alphabetical order. */
    public List<String> sorted() {
        return stored().mapToObj(categories::get).sorted().toList();
    }

    /** Stored rows of each, in alphabetical order. */
    public List<Integer> sortedCounts() {
        return sorted().stream()
                .map(category -> counts[Objects.requireNonNull(codes.get(category))])
                .toList();
    }

    /** The place in alphabetical order of what is numbered 0, 1, 2 …; empty if each is its number. */
    public List<Integer> places() {
        List<String> sorted = sorted();
        List<Integer> places = categories.stream().map(sorted::indexOf).toList();
        boolean same = IntStream.range(0, places.size()).allMatch(code -> places.get(code) == code);
        return same ? List.of() : places;
    }

    /** The categories of stored rows, in the order in which they come. */
    public List<Category> found(Predicate<String> isNumber) {
        return stored().mapToObj(code -> new Category(
                        categories.get(code), isNumber.test(categories.get(code)), counts[code], firstPlaces.get(code)))
                .toList();
    }

    private IntStream stored() {
        return IntStream.range(0, categories.size()).filter(code -> code < counts.length && counts[code] > 0);
    }
}
