package dev.feedforward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.feedforward.error.Fault;
import dev.feedforward.error.Faults;
import dev.feedforward.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class JsonBodiesTests {

    private final JsonMapper plain =
            JsonMapper.builder().addModule(new LowerCaseEnums()).build();
    private final JsonBodies bodies = new JsonBodies(plain, new ValueLimit(10));
    private final Faults faults = new Faults();

    enum Unit {
        @JsonProperty("m/s")
        METRES_PER_SECOND,
        KNOTS
    }

    record Optimizer(String name) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Optimizer of(String name) {
            return new Optimizer(name);
        }
    }

    /** A deserializer such as another package may have. */
    static class Even extends StdDeserializer<Integer> {
        Even() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser p, DeserializationContext ctxt) {
            int value = p.getIntValue();
            if (value % 2 != 0) {
                BodyFaults.add(ctxt, p, "must be even, but is " + BodyFaults.show(p));
            }
            return value;
        }
    }

    record Body(
            Unit unit,
            Optimizer optimizer,
            int[] sizes,
            long count,
            boolean on,
            Instant at,
            @JsonDeserialize(using = Even.class) Integer even) {}

    @Test
    void readsAnnotatedNamesCreatorsAndPrimitives() throws Exception {
        Body body = (Body) read("""
                {"unit": "m/s", "optimizer": "adam", "sizes": [1, 2], "count": 3, "on": true, "even": 4}""");
        assertThat(faults.list()).isEmpty();
        assertThat(body.unit()).isEqualTo(Unit.METRES_PER_SECOND);
        assertThat(body.optimizer().name()).isEqualTo("adam");
        assertThat(body.sizes()).containsExactly(1, 2);
        assertThat(body.count()).isEqualTo(3);
        assertThat(body.on()).isTrue();
        assertThat(body.even()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"unit": "METRES_PER_SECOND"}  | #/unit
            {"sizes": [1, 1.5]}            | #/sizes/1
            {"sizes": 5}                   | #/sizes
            {"count": null}                | #/count
            {"on": 1}                      | #/on
            {"at": "yesterday"}            | #/at
            {"at": [[]]}                   | #/at
            {"even": 3}                    | #/even
            {"even": 99999999999}          | #/even
            {"optimizer": {"nam": "x"}}    | #/optimizer/nam
            """)
    void notesFault(String json, String pointer) throws Exception {
        read(json);
        assertThat(faults.list()).extracting(Fault::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0e-999999999, 0",
        "1.0, 1",
        "0.1e1, 1",
        "100e-2, 1",
        "1e2, 100",
        "-2.5E1, -25",
        "1e18, 1000000000000000000",
        "9.223372036854775807e18, 9223372036854775807",
        "-9223372036854775808.0, -9223372036854775808"
    })
    void readsWholeNumbersHoweverTheyAreWritten(String written, long expected) throws Exception {
        Body body = (Body) read("{\"count\": " + written + ", \"on\": true}");

        assertThat(faults.list()).isEmpty();
        assertThat(body.count()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.5                        | must be a whole number, but is 1.5
            1e-999999999               | must be a whole number, but is 1e-999999999
            1e-99999999999             | must be a whole number, but is 1e-99999999999
            1e-400                     | must be a whole number, but is 1e-400
            1.0000000000000000000001   | must be a whole number, but is 1.0000000000000000000001
            1e400                      | must be a whole number between -9223372036854775808 and 9223372036854775807, but is 1e400
            -1e999999999               | must be a whole number between -9223372036854775808 and 9223372036854775807, but is -1e999999999
            9.223372036854775808e18    | must be a whole number between -9223372036854775808 and 9223372036854775807, but is 9.223372036854775808e18
            9223372036854775808        | must be a whole number between -9223372036854775808 and 9223372036854775807, but is 9223372036854775808
            """)
    void refusesWhatIsNoWholeNumberOrTooLarge(String written, String detail) throws Exception {
        read("{\"count\": " + written + ", \"on\": true}");

        assertThat(faults.list()).containsExactly(new Fault("#/count", detail));
    }

    @Test
    void findsMalformedJsonAfterBindingBrokeOff() {
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> read("{\"at\": \"yesterday\", }"));
    }

    @Test
    void looksForNoMeantNameBeyondTheFaultsThatAreTold() throws IOException {
        AtomicInteger looked = new AtomicInteger();
        Set<String> parameters = new AbstractSet<>() {
            @Override
            public boolean contains(Object name) {
                looked.incrementAndGet();
                return false;
            }

            @Override
            public Iterator<String> iterator() {
                return Collections.emptyIterator();
            }

            @Override
            public int size() {
                return 0;
            }
        };
        String body = IntStream.range(0, 1000)
                .mapToObj(i -> "\"unit%d\": 1".formatted(i))
                .collect(Collectors.joining(",", "{", "}"));

        bodies.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Body.class, faults, parameters);

        assertThat(faults.count()).isEqualTo(1000);
        assertThat(looked).hasValue(faults.list().size());
    }

    @Test
    void throwsFaultWhereNoBodyIsBeingBound() {
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> plain.readValue("{\"even\": 3, \"count\": 1, \"on\": true}", Body.class))
                .withMessageContaining("must be even, but is 3");
    }

    @Test
    void passesOnThatBodyCannotBeReceived() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> bodies.read(broken, Body.class, faults))
                .withMessage("gone");
    }

    @Test
    void writesEnumsAsItReadsThem() {
        assertThat(plain.writeValueAsString(List.of(Unit.METRES_PER_SECOND, Unit.KNOTS)))
                .isEqualTo("[\"m/s\",\"knots\"]");
    }

    private Object read(String json) throws IOException {
        return bodies.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Body.class, faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"on": NaN}  | Line 1, column 8: NaN is no JSON, which has no word for what is not a number.
            {"on": +1}   | Line 1, column 8: a number begins with +.
            """)
    void leavesOutTheParsersOwnSettings(String json, String detail) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.problem().detail()).isEqualTo(detail));
    }

    @Test
    void tellsDepthWithoutTheParsersOwnSettings() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> read("[".repeat(1000)))
                .satisfies(e -> assertThat(e.problem().detail())
                        .endsWith("Document nesting depth (501) exceeds the maximum allowed (500)."));
    }
}
