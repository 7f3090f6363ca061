package dev.feedforward.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.web.Sample;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyValidationTests {

    @ParameterizedTest
    @CsvSource({
        "name, #/name",
        "layers[2].dropout, #/layers/2/dropout",
        "rows[1][0], #/rows/1/0",
        "hidden[0].<list element>, #/hidden/0",
        "'', #"
    })
    void turnsPropertyPathIntoPointer(String path, String pointer) {
        assertThat(BodyValidation.pointer(path)).isEqualTo(pointer);
    }

    @Test
    void refusesCheckThatDoesNotNameItsBody() {
        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        BodyCheck<Sample> nameless = (body, faults) -> {};
        assertThatIllegalStateException().isThrownBy(() -> new BodyValidation(validator, List.of(nameless)));
    }
}
