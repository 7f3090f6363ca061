package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds the parameters in the OpenAPI document against those that the service reads. */
@FeedforwardTest
class OpenApiParametersTests {

    /** Where Swagger UI finds what it fills in, and so sends without being told. */
    private static final List<String> FILLED_IN =
            List.of("/example", "/examples", "/schema/default", "/schema/example");

    @Autowired
    private Caller caller;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private OpenApiDocument document;

    @BeforeEach
    void readDocument() throws Exception {
        document = new OpenApiDocument(Caller.json(caller.get("/v3/api-docs")));
    }

    @Test
    void namesEveryParameterThatTheServiceReadsAndNoOther() {
        Map<String, Set<String>> read = new TreeMap<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    Set<String> names =
                                            read.computeIfAbsent(method + " " + path, call -> new TreeSet<>());
                                    Arrays.stream(handler.getMethodParameters())
                                            .flatMap(OpenApiParametersTests::read)
                                            .forEach(names::add);
                                })));

        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : document.operations()) {
            softly.assertThat(operation.parameters().map(OpenApiParametersTests::named))
                    .as(operation.toString())
                    .containsExactlyInAnyOrderElementsOf(read.get(operation.toString()));
        }
        softly.assertAll();
    }

    @Test
    void namesTheParametersOfUploads() {
        List<String> upload = List.of(
                "query answers",
                "query ignore",
                "query test",
                "query seed",
                "query split",
                "query missing",
                "query categories",
                "query numbers",
                "query header",
                "query delimiter");

        assertThat(document.operation("putDataset").parameters().map(OpenApiParametersTests::named))
                .containsAll(upload);
        assertThat(document.operation("train").parameters().map(OpenApiParametersTests::named))
                .containsAll(upload)
                .contains("query name", "query preset", "query hidden", "query epochs", "query wait")
                .contains("header Prefer", "header Idempotency-Key");
    }

    /** What is filled in is sent with any body, and refused with the wrong one. */
    @Test
    void saysWhichParametersGoWithAFileAndFillsInNone() {
        List<JsonNode> ofFiles = document.operation("train")
                .parameters()
                .filter(parameter ->
                        parameter.get("description").asString().startsWith("Only with a body of text/csv: "))
                .toList();

        assertThat(ofFiles)
                .extracting(parameter -> parameter.get("name").asString())
                .contains("answers", "delimiter", "name", "epochs")
                .doesNotContain("wait");
        assertThat(ofFiles).allSatisfy(OpenApiParametersTests::assertIsNotFilledIn);
    }

    @Test
    void fillsInNoHeader() {
        assertThat(document.operations().stream().flatMap(Operation::parameters))
                .filteredOn(parameter -> "header".equals(parameter.get("in").asString()))
                .isNotEmpty()
                .allSatisfy(OpenApiParametersTests::assertIsNotFilledIn);
    }

    private static void assertIsNotFilledIn(JsonNode parameter) {
        assertThat(FILLED_IN).allMatch(place -> parameter.at(place).isMissingNode());
    }

    private static String named(JsonNode parameter) {
        return parameter.get("in").asString() + " " + parameter.get("name").asString();
    }

    private static Stream<String> read(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .map("query "::concat);
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return Stream.of("header " + header.name());
        }
        String name = parameter.getParameter().getName();
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of("query " + name)
                : parameter.hasParameterAnnotation(PathVariable.class) ? Stream.of("path " + name) : Stream.empty();
    }
}
