package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.file.NumberForm;
import dev.feedforward.dataset.table.CategoryCodes.Category;
import dev.feedforward.dataset.table.DataWarning;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds out whether a column of categories is rather one of numbers, of dates, or of a text a row. */
final class CategoryWarnings {

    /** Rows from which on texts that are nearly all different are told. */
    private static final int LEAST_ROWS = 10;

    /** Characters that a category on average has at most; more are sentences. */
    private static final int SENTENCE = 40;

    private static final int SHOWN = 3;

    private final String name;
    private final List<Category> categories;
    private final int rows;

    /**
     * A column to look at.
     *
     * @param categories at least one
     */
    CategoryWarnings(String name, List<Category> categories) {
        this.name = name;
        this.categories = categories;
        rows = categories.stream().mapToInt(Category::rows).sum();
    }

    /** What is odd about the column, if anything is. */
    Optional<DataWarning> find() {
        Map<NumberForm, Integer> forms = new EnumMap<>(NumberForm.class);
        categories.forEach(category -> NumberForm.of(category.text())
                .filter(form -> !category.isNumber())
                .ifPresent(form -> forms.merge(form, category.rows(), Integer::sum)));
        Optional<Map.Entry<NumberForm, Integer>> most =
                forms.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isPresent() && 2 * most.get().getValue() > rows) {
            int count = most.get().getValue();
            return Optional.of(
                    most.get().getKey() == NumberForm.DATE
                            ? dates(count)
                            : writtenNumbers(most.get().getKey(), count));
        }
        int plain = rows(Category::isNumber);
        int dates = forms.getOrDefault(NumberForm.DATE, 0);
        int written = forms.values().stream().mapToInt(count -> count).sum() - dates;
        if (plain > 0 && 2 * (plain + written) > rows) {
            return Optional.of(mixed(plain));
        }
        return 2 * categories.size() > rows && rows >= LEAST_ROWS ? Optional.of(oneARow()) : Optional.empty();
    }

    private int rows(Predicate<Category> which) {
        return categories.stream().filter(which).mapToInt(Category::rows).sum();
    }

    /** The first few of some categories, with their places. */
    private String some(Predicate<Category> which) {
        return categories.stream()
                .filter(which)
                .limit(SHOWN)
                .map(category -> "%s (%s)".formatted(Cells.show(category.text()), category.place()))
                .collect(Collectors.joining(", "));
    }

    private String taken() {
        return "The column %s was taken for %d categories".formatted(Cells.show(name), categories.size());
    }

    private DataWarning writtenNumbers(NumberForm form, int count) {
        return new DataWarning(
                "numbers_as_texts",
                "%s, though %d of its %d values are %s, such as %s."
                        .formatted(
                                taken(),
                                count,
                                rows,
                                form.told(),
                                some(category -> NumberForm.of(category.text())
                                        .filter(form::equals)
                                        .isPresent())),
                "%s, and send the file again; if they are categories, say categories=%s."
                        .formatted(form.remedy(), name));
    }

    private DataWarning dates(int count) {
        return new DataWarning(
                "dates_as_texts",
                "%s, as %d of its %d values are dates or times, such as %s: a network cannot count days by them."
                        .formatted(taken(), count, rows, some(category -> true)),
                "Leave it out by ignore=%s, or make columns of numbers of it, such as the hour and the month; if they are categories, say categories=%s."
                        .formatted(name, name));
    }

    private DataWarning mixed(int plain) {
        Predicate<Category> others = category -> !category.isNumber();
        return new DataWarning(
                "numbers_as_texts",
                "%s: %d of its %d values are numbers, %d are texts, such as %s."
                        .formatted(taken(), plain, rows, rows - plain, some(others)),
                "Where the texts stand for missing values, leave their cells empty, and say missing=mean or missing=drop; where one names the columns, say header=true; numbers=%s tells the lines of all of them; if they are categories, say categories=%s."
                        .formatted(name, name));
    }

    private DataWarning oneARow() {
        double length = categories.stream()
                .mapToInt(category -> category.text().length())
                .average()
                .orElse(0);
        boolean sentences = length > SENTENCE;
        return new DataWarning(
                "one_value_a_row",
                "%s in %d rows, such as %s: %s."
                        .formatted(
                                taken(),
                                rows,
                                some(category -> true),
                                sentences
                                        ? "texts are no input of a network"
                                        : "what nearly each row has for itself says nothing about others"),
                (sentences
                                ? "Leave it out by ignore=%s, or make columns of numbers of it, such as counts of words; if they are categories, say categories=%s."
                                : "Leave it out by ignore=%s; if they are categories, say categories=%s.")
                        .formatted(name, name));
    }
}
