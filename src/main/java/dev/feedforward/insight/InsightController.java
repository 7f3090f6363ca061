package dev.feedforward.insight;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.model.Models;
import dev.feedforward.model.WhichModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks inside models over HTTP. */
@RestController
@Tag(name = "Look inside")
class InsightController {

    private final Models models;

    InsightController(Models models) {
        this.models = models;
    }

    @GetMapping("/truth-table")
    @Operation(
            operationId = "truthTable",
            summary = "Every pattern of bits and the network's answer",
            description =
                    "For networks of at most 12 inputs. With a rule it says where the network disagrees: the course's"
                            + " network gets 12 of 16 patterns right. Its five training rows never show a 1 in the second"
                            + " place without one in the third, so it learned \"the second bit is 1\".")
    @Problems({ProblemType.INVALID_PARAMETER, ProblemType.WRONG_INPUT_SIZE})
    TruthTable truthTable(
            @Parameter(
                            description = "What the answer should be 1 for: a character a bit, 1, 0, or . for either.",
                            example = ".11.")
                    @RequestParam(required = false)
                    @Nullable
                    String rule,
            @ParameterObject WhichModel which) {
        return TruthTable.of(models.find(which), rule);
    }
}
