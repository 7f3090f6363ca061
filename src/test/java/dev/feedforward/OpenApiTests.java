package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document against itself and the mappings: every call is there, described and with examples. */
@FeedforwardTest
class OpenApiTests {

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
    void namesEveryCallThatTheServiceTakesAndNoOther() {
        List<String> taken = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> isPublished(mapped.getValue()))
                .flatMap(mapped -> calls(mapped.getKey()))
                .distinct() // POST /train takes JSON and CSV.
                .toList();

        assertThat(document.operations().stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void saysWhatEachOperationDoes() {
        SoftAssertions softly = new SoftAssertions();
        Set<String> ids = new HashSet<>();
        for (Operation operation : document.operations()) {
            softly.assertThat(operation.id()).as("id of " + operation).isNotBlank();
            softly.assertThat(ids.add(operation.id()))
                    .as("one " + operation.id())
                    .isTrue();
            for (String field : List.of("summary", "description")) {
                softly.assertThat(operation.json().path(field).asString(""))
                        .as(field + " of " + operation)
                        .isNotBlank();
            }
            softly.assertThat(operation.json().path("tags").valueStream().map(JsonNode::asString))
                    .as("tag of " + operation)
                    .hasSize(1)
                    .isSubsetOf(document.tags());
            operation
                    .json()
                    .get("responses")
                    .forEachEntry((status, response) -> softly.assertThat(
                                    response.path("description").asString(""))
                            .as("%s of %s", status, operation)
                            .isNotBlank()
                            .isNotEqualTo("OK"));
        }
        softly.assertAll();
    }

    /** A schema that is referred to may describe the property that refers to it. */
    @Test
    void describesEverySchemaPropertyAndParameter() {
        SoftAssertions softly = new SoftAssertions();
        document.schemas().forEachEntry((name, schema) -> {
            softly.assertThat(document.description(schema)).as(name).isPresent();
            schema.path("properties")
                    .forEachEntry((property, described) -> softly.assertThat(document.description(described))
                            .as(name + "." + property)
                            .isPresent());
        });
        for (Operation operation : document.operations()) {
            operation
                    .parameters()
                    .forEach(parameter -> softly.assertThat(document.description(parameter))
                            .as("%s of %s", parameter.get("name"), operation)
                            .isPresent());
        }
        softly.assertAll();
    }

    @Test
    void showsExamplesThatItsOwnSchemasAllow() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : document.operations()) {
            checkExamples(softly, operation + " request", operation.json().path("requestBody"));
            operation.json().get("responses").forEachEntry((status, response) -> {
                checkExamples(softly, operation + " " + status, response);
                if (!"default".equals(status)) {
                    assertHasExample(softly, operation + " " + status, response);
                }
            });
        }
        softly.assertAll();
    }

    @Test
    void showsDefaultsAndExamplesOfPropertiesThatTheirSchemasAllow() {
        SoftAssertions softly = new SoftAssertions();
        document.schemas()
                .forEachEntry((name, schema) -> schema.path("properties")
                        .forEachEntry((property, described) -> Stream.of("default", "example")
                                .filter(described::has)
                                .forEach(kind -> softly.assertThat(document.faults(described, described.get(kind)))
                                        .as("%s of %s.%s", kind, name, property)
                                        .isEmpty())));
        for (Operation operation : document.operations()) {
            operation
                    .parameters()
                    .filter(parameter -> parameter.at("/schema/default").isValueNode())
                    .forEach(parameter -> softly.assertThat(
                                    document.faults(parameter.get("schema"), parameter.at("/schema/default")))
                            .as("default of %s of %s", parameter.get("name"), operation)
                            .isEmpty());
            operation
                    .parameters()
                    .filter(parameter -> parameter.has("example"))
                    .forEach(parameter -> softly.assertThat(
                                    document.faults(parameter.get("schema"), parameter.get("example")))
                            .as("%s of %s", parameter.get("name"), operation)
                            .isEmpty());
        }
        softly.assertAll();
    }

    private void checkExamples(SoftAssertions softly, String what, JsonNode body) {
        body.path("content")
                .forEach(media -> media.path("examples")
                        .forEachEntry((name, example) -> softly.assertThat(
                                        document.faults(media.get("schema"), example.get("value")))
                                .as(what + ": " + name)
                                .isEmpty()));
    }

    private static void assertHasExample(SoftAssertions softly, String what, JsonNode response) {
        response.path("content").forEachEntry((type, media) -> {
            if (type.endsWith("json")) {
                softly.assertThat(media.has("examples"))
                        .as("example of " + what)
                        .isTrue();
            }
        });
    }

    private static boolean isPublished(HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        return controller.getPackageName().startsWith("dev.feedforward")
                && !AnnotatedElementUtils.hasAnnotation(controller, Hidden.class)
                && !method.hasMethodAnnotation(Hidden.class);
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }
}
