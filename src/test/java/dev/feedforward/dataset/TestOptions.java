package dev.feedforward.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@link UploadOptions}. */
final class TestOptions {

    private List<String> answers = List.of();
    private List<String> ignore = List.of();
    private List<String> categories = List.of();
    private Splitting splitting = Splitting.NONE;
    private MissingValues missing = MissingValues.REFUSE;
    private @Nullable Boolean header;

    TestOptions answers(String... columns) {
        answers = List.of(columns);
        return this;
    }

    TestOptions ignore(String... columns) {
        ignore = List.of(columns);
        return this;
    }

    TestOptions categories(String... columns) {
        categories = List.of(columns);
        return this;
    }

    TestOptions splitting(Splitting as) {
        splitting = as;
        return this;
    }

    TestOptions missing(MissingValues policy) {
        missing = policy;
        return this;
    }

    TestOptions header(boolean there) {
        header = there;
        return this;
    }

    UploadOptions build() {
        return new UploadOptions(
                answers,
                ignore,
                null,
                splitting,
                splitting.testFraction() > 0.0,
                missing,
                categories,
                List.of(),
                header,
                null);
    }
}
