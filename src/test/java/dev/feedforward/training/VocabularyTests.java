package dev.feedforward.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.nn.Activation;
import dev.feedforward.nn.Loss;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
class VocabularyTests extends TrainingCalls {

    @Test
    void namesEveryWordWithItsFormula() throws Exception {
        JsonNode vocabulary = get("/vocabulary");

        assertThat(names(vocabulary.get("activations"))).isEqualTo(names(Activation.values()));
        assertThat(names(vocabulary.get("losses"))).isEqualTo(names(Loss.values()));
        assertThat(names(vocabulary.get("optimizers"))).isEqualTo(names(OptimizerSettings.Name.values()));
        for (String kind : List.of("activations", "losses", "optimizers")) {
            for (JsonNode word : vocabulary.get(kind)) {
                assertThat(word.get("formula").asString())
                        .describedAs(word.toString())
                        .containsAnyOf("=", "←");
                assertThat(word.get("words").asString())
                        .describedAs(word.toString())
                        .endsWith(".");
            }
        }
    }

    @Test
    void saysWhatTrainingsGetThatLeaveItOut() throws Exception {
        for (JsonNode preset : get("/vocabulary").get("presets")) {
            String name = preset.get("name").asString();
            JsonNode job = train("{'name': 'vocabulary-%s', 'preset': '%s', %s}".formatted(name, name, XOR));
            JsonNode model = model(job);
            JsonNode settings = model.get("training");

            assertThat(model.at("/layers/0/activation")).isEqualTo(preset.get("activation"));
            assertThat(model.at("/layers/1/activation"))
                    .isEqualTo(preset.get("outputActivation").get(0));
            assertThat(settings.get("loss")).isEqualTo(preset.get("loss").get(0));
            assertThat(settings.at("/optimizer/name")).isEqualTo(preset.get("optimizer"));
            for (String field : List.of("learningRate", "seed", "standardizeInputs", "standardizeAnswers")) {
                assertThat(settings.get(field)).describedAs(field).isEqualTo(preset.get(field));
            }
        }
    }

    private static List<String> names(JsonNode words) {
        return words.valueStream().map(word -> word.get("name").asString()).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
