package dev.feedforward.dataset.upload;

import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@link UploadOptions}. */
public final class TestOptions {

    private List<String> answers = List.of();
    private List<String> ignore = List.of();
    private List<String> categories = List.of();
    private Splitting splitting = Splitting.NONE;
    private MissingValues missing = MissingValues.REFUSE;
    private @Nullable Boolean header;

    public TestOptions answers(String... columns) {
        answers = List.of(columns);
        return this;
    }

    public TestOptions ignore(String... columns) {
        ignore = List.of(columns);
        return this;
    }

    public TestOptions categories(String... columns) {
        categories = List.of(columns);
        return this;
    }

    public TestOptions splitting(Splitting as) {
        splitting = as;
        return this;
    }

    public TestOptions missing(MissingValues policy) {
        missing = policy;
        return this;
    }

    public TestOptions header(boolean there) {
        header = there;
        return this;
    }

    public UploadOptions build() {
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
