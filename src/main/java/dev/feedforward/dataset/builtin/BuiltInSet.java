package dev.feedforward.dataset.builtin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A data set that comes with the service. It is generated when it is asked for, always to the same bits. */
public final class BuiltInSet {

    private final String name;
    private final String description;
    private final SetLayout layout;
    private final Size size;
    private final List<SetParameter> parameters;
    private final Function<SetSettings, Generated> generator;

    /** @param testRows how many of the rows are to test with */
    public record Size(int rows, int testRows) {}

    BuiltInSet(
            String name,
            String description,
            SetLayout layout,
            Size size,
            List<SetParameter> parameters,
            Function<SetSettings, Generated> generator) {
        this.name = name;
        this.description = description;
        this.layout = layout;
        this.size = size;
        this.parameters = List.copyOf(parameters);
        this.generator = generator;
    }

    /** What a request calls it by. */
    public String name() {
        return name;
    }

    /** For learners: what it shows, and which network solves it. */
    public String description() {
        return description;
    }

    public SetLayout layout() {
        return layout;
    }

    /** How many rows it has where nothing is said of how it is drawn. */
    public Size size() {
        return size;
    }

    /** The parameters that it takes, none of them where it is always the same. */
    public List<SetParameter> parameters() {
        return parameters;
    }

    /**
     * The rows for these parameters; null stands for a parameter's default.
     *
     * @param noise in percent
     * @param samples rows, those for testing included
     * @throws IllegalArgumentException if a parameter is given that the set does not take, or one is out of its range
     */
    public Generated generate(@Nullable Integer noise, @Nullable Integer samples, @Nullable Long seed) {
        return generator.apply(new SetSettings(
                Math.toIntExact(value(SetParameter.NOISE_NAME, noise)),
                Math.toIntExact(value(SetParameter.SAMPLES_NAME, samples)),
                value(SetParameter.SEED_NAME, seed)));
    }

    private long value(String parameter, @Nullable Number said) {
        Optional<SetParameter> taken =
                parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
        if (taken.isEmpty() && said != null) {
            throw new IllegalArgumentException(
                    "the data set %s takes no %s, %s was given; %s".formatted(name, parameter, said, whatItTakes()));
        }
        return taken.map(p -> p.value(said)).orElse(0L);
    }

    private String whatItTakes() {
        return parameters.isEmpty()
                ? "it is always the same"
                : "it takes "
                        + String.join(
                                " and ",
                                parameters.stream().map(SetParameter::name).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
