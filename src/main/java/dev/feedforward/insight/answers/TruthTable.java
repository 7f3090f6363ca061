package dev.feedforward.insight.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.Prediction;
import dev.feedforward.model.Predictor;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.nn.data.Matrix;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a model answers to every pattern of bits, and where that disagrees with a rule. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the network answers to every pattern of bits.")
record TruthTable(
        ModelRef model,

        @Schema(description = "The number of patterns.", example = "16")
        int patterns,

        @Schema(description = "The rule that the answers are held against; absent without one.", example = ".11.")
        @Nullable
        String rule,

        @Schema(description = "Patterns on which network and rule agree; absent without a rule.", example = "12")
        @Nullable
        Integer agreeing,

        @Schema(
                description = "The patterns that the network gets wrong; absent without a rule.",
                example = "[\"0100\",\"0101\",\"1100\",\"1101\"]")
        @Nullable
        List<String> mistakes,

        @Schema(description = "The same in a sentence.") String summary,

        @Schema(description = "All patterns, in the order of counting.")
        List<Row> items) {

    /** So many inputs make 4,096 patterns. */
    static final int MAX_INPUTS = 12;

    /** What the model answers to one pattern, and what the rule does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TruthTableRow", description = "What the network answers to one pattern.")
    record Row(
            @Schema(description = "The pattern.", example = "0100")
            String bits,

            @Schema(description = "One an output neuron.", example = "[0.99432]")
            double[] outputs,

            @Schema(
                    description = OutputMeaning.ANSWER,
                    example = "1",
                    oneOf = {Double.class, String.class})
            @Nullable
            Object answer,

            @Schema(description = "Whether the model was trained on this pattern.")
            boolean seenInTraining,

            @Schema(description = "What the rule answers; absent without one.", example = "0") @Nullable
            Integer expected,

            @Schema(description = "Whether the two are the same; absent without a rule.") @Nullable
            Boolean agrees) {}

    /**
     * The table of {@code model}.
     *
     * @param pattern a rule, or null for none
     * @throws ServiceException if the model has too many inputs, or the rule does not fit
     */
    static TruthTable of(Model model, @Nullable String pattern) {
        if (model.inputs() > MAX_INPUTS) {
            throw new ServiceException(
                    ProblemType.WRONG_INPUT_SIZE,
                    "The network of %s has %d inputs; a truth table is drawn for at most %d."
                            .formatted(model.ref(), model.inputs(), MAX_INPUTS),
                    "Ask for single rows, as in curl '{service}/predict?bits=0110', or name a smaller model with model= and version=.");
        }
        Rule rule = pattern == null ? null : rule(pattern, model);
        List<Row> rows = Predictor.predict(model, allPatterns(model.inputs())).stream()
                .map(prediction -> row(prediction, model.inputs(), rule))
                .toList();
        if (rule == null) {
            return new TruthTable(model.ref(), rows.size(), null, null, null, summary(rows), rows);
        }
        List<String> mistakes = rows.stream()
                .filter(row -> !Objects.equals(row.agrees, true))
                .map(Row::bits)
                .toList();
        int agreeing = rows.size() - mistakes.size();
        return new TruthTable(
                model.ref(), rows.size(), rule.pattern(), agreeing, mistakes, summary(rows, rule, mistakes), rows);
    }

    private static Rule rule(String pattern, Model model) {
        OutputMeaning meaning = model.definition().meaning();
        if (meaning != OutputMeaning.YES_OR_NO && meaning != OutputMeaning.CLASSES) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "rule=%s answers 0 or 1, but %s answers with %s."
                            .formatted(
                                    pattern,
                                    model.ref(),
                                    meaning == OutputMeaning.NUMBERS ? "numbers" : "several bits"),
                    "Leave the rule out, or train one sigmoid output on answers of 0 and 1.");
        }
        return Rule.of(pattern, model.inputs());
    }

    /** Every pattern of {@code bits} bits, counting up: patterns × bits. */
    private static Matrix allPatterns(int bits) {
        int patterns = 1 << bits;
        double[] values = new double[patterns * bits];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i / bits) >> (bits - 1 - i % bits) & 1;
        }
        return new Matrix(patterns, bits, values);
    }

    private static Row row(Prediction prediction, int inputs, @Nullable Rule rule) {
        String bits = Objects.requireNonNull(prediction.bits());
        Integer expected = rule == null ? null : rule.answer(bits);
        return new Row(
                bits,
                prediction.outputs(),
                prediction.answer(),
                prediction.seenInTraining(),
                expected,
                expected == null ? null : expected.toString().equals(String.valueOf(prediction.answer())));
    }

    private static String summary(List<Row> rows) {
        return "The network was trained on %d of the %d patterns.".formatted(seen(rows), rows.size());
    }

    private static String summary(List<Row> rows, Rule rule, List<String> mistakes) {
        String count = "%d of %d patterns agree with the rule %s"
                .formatted(rows.size() - mistakes.size(), rows.size(), rule.pattern());
        String wrong = mistakes.isEmpty() ? "." : "; these do not: %s.".formatted(String.join(", ", mistakes));
        return count + wrong + " " + summary(rows);
    }

    private static long seen(List<Row> rows) {
        return rows.stream().filter(Row::seenInTraining).count();
    }
}
