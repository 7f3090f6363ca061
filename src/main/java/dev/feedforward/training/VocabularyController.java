package dev.feedforward.training;

import static dev.feedforward.computing.Computing.When.NEVER;

import dev.feedforward.computing.Computing;
import dev.feedforward.training.recipe.TrainingLimits;
import dev.feedforward.training.request.Vocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells over HTTP what a training request may say. */
@RestController
@Tag(name = "Train")
class VocabularyController {

    private final Vocabulary vocabulary;

    VocabularyController(TrainingLimits limits) {
        vocabulary = Vocabulary.of(limits);
    }

    @Computing(NEVER)
    @GetMapping(path = "/vocabulary", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "vocabulary",
            summary = "List the words of a training request",
            description =
                    "The activations, losses, optimizers and presets by name, each with its formula or its values in"
                            + " a sentence, and the bounds of a request: what a form needs to offer.")
    Vocabulary vocabulary() {
        return vocabulary;
    }
}
