package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the OpenAPI document against the running service, as somebody who believes the document. */
@FeedforwardTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OpenApiTests {

    /** A file's name says of which model or job it is, and what is in it. */
    private static final String FILE =
            "(inline|attachment); filename=\"(job-\\d+|jobs(-\\d+)+|[a-z]+-\\d+)(-[a-z]+)*\\.[a-z]+\"";

    @Autowired
    private Caller caller;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private OpenApiDocument document;

    @BeforeEach // The service of this class is not there before all.
    void readDocument() throws Exception {
        if (document == null) {
            document = new OpenApiDocument(Caller.json(caller.get("/v3/api-docs")));
        }
    }

    @Test
    @Order(1)
    void namesEveryCallThatTheServiceTakesAndNoOther() {
        List<String> taken = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> isPublished(mapped.getValue()))
                .flatMap(mapped -> calls(mapped.getKey()))
                .distinct() // POST /train takes JSON and CSV.
                .toList();

        assertThat(document.operations().stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    @Order(2)
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
    @Order(3)
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
    @Order(4)
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
    @Order(5)
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

    /** Swagger UI sends the example of a parameter unless it is taken out. */
    @Test
    @Order(5)
    void sendsNoHeaderThatNobodyTypedIn() {
        assertThat(document.operations().stream()
                        .flatMap(Operation::parameters)
                        .filter(parameter -> "header".equals(parameter.get("in").asString())))
                .hasSizeGreaterThan(2)
                .noneMatch(header -> header.has("example") || header.has("examples"))
                .noneMatch(header -> header.get("schema").has("example")
                        || header.get("schema").has("default"));
    }

    @Test
    @Order(6)
    void runsEveryRequestExampleUnchanged() throws Exception {
        for (Operation operation : document.operations()) {
            JsonNode content = operation.json().path("requestBody").path("content");
            assertThat(content.at("/application~1json/examples").isEmpty())
                    .as("examples of " + operation)
                    .isEqualTo(!operation.json().has("requestBody"));
            for (var media : content.properties()) {
                for (var example : media.getValue().path("examples").properties()) {
                    JsonNode value = example.getValue().get("value");
                    String body = value.isString() ? value.asString() : value.toString();
                    HttpResponse<String> answer = caller.send(caller.to(operation.example())
                            .header("Content-Type", media.getKey())
                            // The models are asked for below.
                            .header("Prefer", "wait=60")
                            .method(operation.method(), BodyPublishers.ofString(body)));

                    assertThat(answer.statusCode())
                            .as(example.getKey() + ": " + answer.body())
                            .isLessThan(300);
                    check(operation, answer);
                }
            }
        }
        check(document.operation("train"), caller.post("/train", "{}"), 202);
    }

    @Test
    @Order(7)
    void answersEveryReadInEveryFormThatItDocuments() throws Exception {
        for (Operation operation : document.operations()) {
            if ("GET".equals(operation.method())) {
                for (String type : operation.response(200).get("content").propertyNames()) {
                    HttpRequest.Builder request = caller.to(operation.example()).header("Accept", type);
                    HttpResponse<String> answer = caller.send(request);

                    assertThat(type(answer)).as(operation + " as " + type).isEqualTo(type);
                    check(operation, answer, 200);
                    if (!List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE)
                            .contains(type)) {
                        assertThat(answer.headers().firstValue("Content-Disposition"))
                                .as("file of " + operation + " as " + type)
                                .hasValueSatisfying(file -> assertThat(file).matches(FILE));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            getJob          | GET    | /jobs/99                      | 404 |
            getJob          | GET    | /jobs/one                     | 400 |
            listJobs        | GET    | /jobs?limit=0                 | 400 |
            cancelJob       | POST   | /jobs/1/cancel                | 409 |
            deleteJob       | DELETE | /jobs/99                      | 404 |
            getCost         | GET    | /jobs/1/cost?format=webp      | 406 |
            getModel        | GET    | /models/corse                 | 404 |
            getModelVersion | GET    | /models/course/versions/99    | 404 |
            putDataset      | PUT    | /datasets/bad                 | 422 | [{"x": 1, "y": {}}]
            putDataset      | PUT    | /datasets/bad                 | 422 | [[1, 2], [3]]
            putDataset      | PUT    | /datasets/bad                 | 400 | [[1, 2
            putDataset      | PUT    | /datasets/bad?test=1          | 400 | [[1, 2]]
            putDataset      | PUT    | /datasets/b%C3%A4d            | 400 | [[1, 2]]
            getDataset      | GET    | /datasets/flowrs              | 404 |
            listDatasets    | GET    | /datasets?limit=0             | 400 |
            deleteDataset   | DELETE | /datasets/flowrs              | 404 |
            predict         | GET    | /predict?bits=011&model=course | 422 |
            predict         | GET    | /predict?bits=0120            | 400 |
            truthTable      | GET    | /truth-table?model=corse      | 404 |
            predictRows     | POST   | /predict                      | 400 | {"inputs": [
            predictRows     | POST   | /predict                      | 422 | {"inputs": [["x"]], "rows": 1}
            train           | POST   | /train                        | 422 | {"training": {"learningRate": -1}}
            train           | POST   | /train?wait=10                | 422 | {"expect": {"costBelow": 0.0001}}
            """)
    void documentsItsProblems(String id, String method, String path, int status, String body) throws Exception {
        HttpRequest.Builder request = caller.to(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));

        check(document.operation(id), caller.send(request), status);
    }

    @Test
    @Order(9)
    void documentsProblemsOfTheBodyAsAWhole() throws Exception {
        HttpRequest.Builder form = caller.to("/train")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("{}"));
        check(document.operation("train"), caller.send(form), 415);

        HttpRequest.Builder tooLarge = caller.to("/train")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024]));
        check(document.operation("train"), caller.send(tooLarge), 413);
    }

    @Test
    @Order(10)
    void runsEveryCallWithoutBodyUnchanged() throws Exception {
        for (Operation operation : document.operations()) {
            if (!"GET".equals(operation.method()) && !operation.json().has("requestBody")) {
                HttpRequest.Builder request =
                        caller.to(operation.example()).method(operation.method(), BodyPublishers.noBody());
                HttpResponse<String> answer = caller.send(request);

                assertThat(operation.json().get("responses").has(Integer.toString(answer.statusCode())))
                        .as("%s: %s", operation, answer.body())
                        .isTrue();
                check(operation, answer);
            }
        }
    }

    @Test
    @Order(11)
    void keepsWhatTheExamplesOfReadsNeed() throws Exception {
        for (Operation operation : document.operations()) {
            if ("GET".equals(operation.method())) {
                check(operation, caller.get(operation.example()), 200);
            }
        }
    }

    private void check(Operation operation, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        check(operation, answer);
    }

    /** The answer is what the operation documents for its status. */
    private void check(Operation operation, HttpResponse<String> answer) {
        String what = operation + " " + answer.statusCode();
        JsonNode content = operation.response(answer.statusCode()).path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        JsonNode media = content.path(type(answer));
        assertThat(media.has("schema")).as(what + " as " + type(answer)).isTrue();
        assertThat(document.faults(media.get("schema"), body(answer)))
                .as("%s: %s", what, answer.body())
                .isEmpty();
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

    private static JsonNode body(HttpResponse<String> answer) {
        return type(answer).endsWith("json")
                ? Caller.json(answer)
                : JsonMapper.shared().getNodeFactory().stringNode(answer.body());
    }

    private static String type(HttpResponse<String> answer) {
        MediaType type = MediaType.parseMediaType(
                answer.headers().firstValue("Content-Type").orElse("none/none"));
        return type.getType() + "/" + type.getSubtype();
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
