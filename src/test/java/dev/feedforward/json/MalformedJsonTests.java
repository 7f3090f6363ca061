package dev.feedforward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.feedforward.error.Faults;
import dev.feedforward.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MalformedJsonTests {

    /** Words of the parser that nobody should have to read. */
    private static final Pattern INNARDS =
            Pattern.compile("Source|code \\d|[Tt]oken|START_|END_|VALUE_|[Jj]ackson|StreamRead|JsonRead|CTRL|#UNKNOWN");

    private final JsonBodies bodies = new JsonBodies(JsonMapper.builder().build(), new ValueLimit(1000));

    record Body(String name, double[][] rows) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {name: "a"}              | Line 1, column 2: a field's name in double quotes was expected, but there is n.
            {'name': 'a'}            | Line 1, column 2: double quotes were expected, but there is '.
            {"name": 'a'}            | Line 1, column 10: double quotes were expected, but there is '.
            {"name": "a",}           | Line 1, column 14: a field was expected after the comma, but there is }.
            {"rows": [[1,2],]}       | Line 1, column 17: a value was expected, but there is ].
            {"rows": [[1,2][3,4]]}   | Line 1, column 16: a comma or the closing bracket was expected, but there is [.
            {"rows": [[NaN]]}        | Line 1, column 12: NaN is no JSON, which has no word for what is not a number.
            {"rows": [[-Infinity]]}  | Line 1, column 12: -Infinity is no JSON, which has no word for what is not a number.
            {"rows": [[07]]}         | Line 1, column 12: a number begins with a 0 that says nothing.
            {"rows": [[ 1, 007]]}    | Line 1, column 16: a number begins with a 0 that says nothing.
            {"rows": [[.5]]}         | Line 1, column 12: a number begins or ends with its point.
            {"rows": [[5.]]}         | Line 1, column 12: a number begins or ends with its point.
            {"rows": [[+1]]}         | Line 1, column 12: a number begins with +.
            {"rows": None}           | Line 1, column 10: None is no JSON, which has true, false and null.
            {"name" "a"}             | Line 1, column 9: a colon was expected after the field's name, but there is ".
            {"name": "a"             | Line 1, column 13: the body ends here, but the { of line 1, column 1 is not closed.
            {"rows": [[1, 2], [3, 4] | Line 1, column 25: the body ends here, but the [ of line 1, column 10 is not closed.
            {"rows": [[1}            | Line 1, column 13: ] was expected for the [ of line 1, column 11, but there is }.
            {"name": "a", "name": 1} | Line 1, column 21: the field "name" is there for the second time.
            {"name": "a"} // mine    | Line 1, column 15: there is a comment, and JSON has none.
            {"name": "a"} {}         | Line 1, column 15: the JSON ends before, so nothing may follow.
            """)
    void saysWhatStandsWhere(String json, String detail) {
        assertThat(problem(json.getBytes(StandardCharsets.UTF_8)).getMessage()).isEqualTo(detail);
    }

    @Test
    void readsTheEncodingsThatJsonHadAndTheirMarks() throws IOException {
        String json = "{\"name\": \"\u00e4\"}";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(((Body) read(json.getBytes(charset))).name())
                    .as(charset.name())
                    .isEqualTo("\u00e4");
            assertThat(((Body) read(("\ufeff" + json).getBytes(charset))).name())
                    .as(charset.name())
                    .isEqualTo("\u00e4");
        }
        assertThat(problem(json.getBytes(StandardCharsets.ISO_8859_1)).getMessage())
                .contains("these bytes are no UTF-8 text");
    }

    @Test
    void speaksOfShellsOnlyWhereQuotesAreTheCause() {
        assertThat(problem("{name: 1}".getBytes(StandardCharsets.UTF_8)).action())
                .contains("shell", "{call}");
        assertThat(problem("{\"name\": \"a\",}".getBytes(StandardCharsets.UTF_8))
                        .action())
                .doesNotContain("shell");
    }

    @Test
    void keepsTheParsersWordsBehindWhateverIsBroken() {
        byte[] proper = "{\"name\": \"a\\n\", \"rows\": [[1.5, -2e3], [0, true], [null, \"\u00e4\"]]}"
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] broken = proper.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(i % 2 == 0 ? 128 : 256);
            }
            ServiceException problem = problem(broken);
            if (problem != null) {
                assertThat(problem.getMessage() + problem.action())
                        .as(new String(broken, StandardCharsets.ISO_8859_1))
                        .doesNotContainPattern(INNARDS);
            }
        }
    }

    @Test
    void keepsTheParsersWordsBehindWhereverTheBodyEnds() {
        String proper = "{\"name\": \"a\\u00e4\", \"rows\": [[1.5, -2e3], [0, true]]}";
        for (int end = 1; end < proper.length(); end++) {
            ServiceException problem = problem(proper.substring(0, end).getBytes(StandardCharsets.UTF_8));
            assertThat(problem.getMessage() + problem.action())
                    .as(proper.substring(0, end))
                    .startsWith("Line 1, column ")
                    .doesNotContainPattern(INNARDS);
        }
    }

    private ServiceException problem(byte[] json) {
        return catchThrowableOfType(ServiceException.class, () -> read(json));
    }

    private Object read(byte[] json) throws IOException {
        return bodies.read(new ByteArrayInputStream(json), Body.class, new Faults());
    }
}
