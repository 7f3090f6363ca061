package dev.feedforward.training.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.model.settings.ClippingSettings;
import dev.feedforward.model.settings.TrainingSettings;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.request.TrainRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GentlerRecipeTests {

    private static final TrainingSettings COURSE =
            TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE).settings();

    private static final GentlerRecipe CLIPPED = new GentlerRecipe(false, false, 0, true);

    @Test
    void leavesSettingsAloneThatItDoesNotChange() {
        assertThat(GentlerRecipe.slower(0).of(COURSE)).isEqualTo(COURSE);
        assertThat(GentlerRecipe.slower(2).of(COURSE)).isEqualTo(COURSE.changed(false, false, 0.01, null));
    }

    @Test
    void isTheChangeThatItsFixMakes() {
        ClippingSettings said = new ClippingSettings(50.0, 5.0);

        TrainingSettings clipped = CLIPPED.of(COURSE.changed(false, false, 1.0, said));

        assertThat(CLIPPED.fix(COURSE))
                .isEqualTo(Map.of("training", Map.of("gradientClipping", Map.of("maxNorm", 1.0))));
        // Merged into the request, the patch leaves the other limit where it was.
        assertThat(clipped.gradientClipping()).isEqualTo(new ClippingSettings(1.0, 5.0));
    }
}
