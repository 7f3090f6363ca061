package dev.feedforward.training.remedy;

import dev.feedforward.model.settings.ClippingSettings;
import dev.feedforward.model.settings.TrainingSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a recipe by which its training may hold.
 *
 * @param inputs whether inputs are standardised
 * @param answers whether answers are
 * @param digits by how many powers of ten the learning rate is lowered
 * @param clipped whether the gradient of all weights together is held to a length of {@value #LENGTH} (Pascanu, Mikolov
 *     and Bengio, "On the difficulty of training recurrent neural networks", 2013)
 */
record GentlerRecipe(boolean inputs, boolean answers, int digits, boolean clipped) {

    private static final double LENGTH = 1.0;

    /** A lower learning rate and nothing else. */
    static GentlerRecipe slower(int digits) {
        return new GentlerRecipe(false, false, digits, false);
    }

    /** The settings with the change made. */
    TrainingSettings of(TrainingSettings settings) {
        return settings.changed(
                settings.standardizeInputs() || inputs,
                settings.standardizeAnswers() || answers,
                learningRate(settings),
                clipped ? clipping(settings.gradientClipping()) : settings.gradientClipping());
    }

    /** A limit of single derivatives stays, as it does where a patch sets the length alone. */
    private static ClippingSettings clipping(@Nullable ClippingSettings said) {
        return new ClippingSettings(LENGTH, said == null ? null : said.maxValue());
    }

    /** The change as a JSON merge patch of the request. */
    Map<String, Object> fix(TrainingSettings settings) {
        Map<String, Object> training = new LinkedHashMap<>();
        if (inputs) {
            training.put("standardizeInputs", true);
        }
        if (answers) {
            training.put("standardizeAnswers", true);
        }
        if (digits > 0) {
            training.put("learningRate", learningRate(settings));
        }
        if (clipped) {
            training.put("gradientClipping", Map.of("maxNorm", LENGTH));
        }
        return Map.of("training", training);
    }

    private double learningRate(TrainingSettings settings) {
        return BigDecimal.valueOf(settings.learningRate()).movePointLeft(digits).doubleValue();
    }
}
