package dev.feedforward.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.web.problem.FallbackErrorController;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@FeedforwardTest
class QueryParametersTests {

    @Autowired
    private Caller caller;

    @Autowired
    private KnownParameters known;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void refusesUnknownParameterOfEveryCall() throws Exception {
        SoftAssertions soft = new SoftAssertions();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> call : calls()) {
            RequestMappingInfo info = call.getKey();
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                HttpResponse<String> answer = caller.send(request(info, method, "?zzz=1"));
                soft.assertThat(answer.statusCode()).as(info.toString()).isEqualTo(400);
                soft.assertThat(answer.body())
                        .as(info.toString())
                        .contains("\\\"zzz\\\" is not a parameter of " + method);
            }
        }
        soft.assertAll();
    }

    /** A value that no call takes, so that nothing is done: it is the parameter's name that matters. */
    @Test
    void takesEveryKnownParameterOfEveryCall() throws Exception {
        SoftAssertions soft = new SoftAssertions();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> call : calls()) {
            for (String name : known.of(call.getValue()).keySet()) {
                RequestMethod method = call.getKey()
                        .getMethodsCondition()
                        .getMethods()
                        .iterator()
                        .next();
                String body = caller.send(request(call.getKey(), method, "?" + name + "=%22"))
                        .body();
                soft.assertThat(body)
                        .as(name + " of " + call.getKey())
                        .doesNotContain("is not a parameter")
                        .doesNotContain("/problems/internal-error");
            }
        }
        soft.assertAll();
    }

    @Test
    void knowsTheParametersThatAreDocumented() throws Exception {
        JsonNode paths = Caller.json(caller.get("/v3/api-docs")).get("paths");
        SoftAssertions soft = new SoftAssertions();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> call : calls()) {
            String path = call.getKey().getPatternValues().iterator().next();
            String method = call.getKey()
                    .getMethodsCondition()
                    .getMethods()
                    .iterator()
                    .next()
                    .name();
            JsonNode operation = paths.path(path).path(method.toLowerCase(Locale.ROOT));
            operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                    .map(parameter -> parameter.get("name").stringValue())
                    .filter(name -> !isTakenBeside(name, path, method))
                    .forEach(name -> soft.assertThat(name)
                            .as("documented, but unknown, of " + method + " " + path)
                            .isNull());
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /predict?bits=0110&modle=xor       | "modle" is not a parameter of GET /predict: did you mean "model"?
            /predict?bits=0110&BITS=0110       | "BITS" is not a parameter of GET /predict.
            /predict?Bits=0110                 | "Bits" is not a parameter of GET /predict: did you mean "bits"?
            /truth-table?scale=2               | "scale" is not a parameter of GET /truth-table.
            /predict?bits=0110&bits=0111       | "bits" is there 2 times, with the values 0110 and 0111; it is taken once.
            /predict?bits=0&job=                   | "job" is there without a value.
            /cost?format                       | "format" is there without a value.
            /weights?format=png                | "format" is not a parameter of GET /weights: it is one of GET /weight-images.
            /jobs/1?points=5                   | "points" is not a parameter of GET /jobs/1: it is one of GET /jobs/{id}/cost.
            /datasets?tset=0.2                 | "tset" is not a parameter of GET /datasets.
            /predict?%6Dodle=a+b&bits=0        | "modle" is not a parameter of GET /predict: did you mean "model"?
            """)
    void tellsWhatIsWrong(String path, String detail) throws Exception {
        assertThat(refused(caller.get(path)).get("detail").stringValue()).isEqualTo(detail);
    }

    @Test
    void tellsAllThatIsWrongAndTheLineThatIsRight() throws Exception {
        JsonNode problem = refused(caller.get("/predict?bits=0110&modle=a%20b&versoin=1"));
        assertThat(problem.get("detail").stringValue())
                .contains("\"modle\"", "\"model\"", "\"versoin\"", "\"version\"");
        assertThat(problem.get("action").stringValue())
                .isEqualTo("Write: curl 'http://localhost:%d/predict?bits=0110&model=a%%20b&version=1'", caller.port());
    }

    @Test
    void saysThatParameterIsOfAnotherKindOfBody() throws Exception {
        JsonNode problem = refused(caller.post("/train?answers=species&test=0.2", "{}"));
        assertThat(problem.get("detail").stringValue())
                .contains("it is a field of the JSON body, and it is one with a body of text/csv")
                .contains("\"test\" is not a parameter of POST /train: it is one with a body of text/csv.");
        assertThat(problem.get("action").stringValue()).endsWith("POST /train takes wait.");
    }

    @Test
    void takesListsInPartsOrAtOnce() throws Exception {
        assertThat(caller.send(caller.to("/datasets/parts?answers=a&answers=b&ignore=c,d")
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofString("x,a,b,c,d\n1,2,3,4,5\n2,3,4,5,6\n")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesNoParametersFromForms() throws Exception {
        HttpResponse<String> answer = caller.send(caller.to("/jobs/99999/cancel")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("format=png&zzz=1")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/job-not-found");
    }

    @Test
    void saysFirstThatPathOrMethodIsWrong() throws Exception {
        assertThat(caller.get("/nowhere?zzz=1").statusCode()).isEqualTo(404);
        assertThat(caller.get("/train?zzz=1").statusCode()).isEqualTo(405);
        assertThat(caller.send(caller.to("/train?zzz=1")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void looksAtParametersOfHeadAsOfGet() throws Exception {
        HttpRequest.Builder head = caller.to("/predict?bits=0110&modle=xor").method("HEAD", BodyPublishers.noBody());
        assertThat(caller.send(head).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/js/app.js", "/swagger-ui/index.html", "/v3/api-docs", "/actuator/health"})
    void leavesFilesAndDocumentsAlone(String path) throws Exception {
        assertThat(caller.get(path + "?zzz=1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/step?bits=0110&learningRate=0.5, learningRate",
        "/step?answer=1, answer",
        "/predict?bits=0110&inputs=1, inputs",
        "/predict?bits=0110&version=1, version",
        "/predict?bits=0110&job=1&model=course, model",
        "/datasets/spiral/rows?samples=-1, samples",
        "/datasets/xor/rows?noise=10, noise"
    })
    void refusesParametersThatWouldBeIgnored(String path, String name) throws Exception {
        assertThat(refused(caller.get(path)).get("detail").stringValue()).contains(name);
    }

    @Test
    void refusesParametersOfFileThatWouldBeIgnored() throws Exception {
        assertThat(refused(put("/datasets/d?seed=3", "text/csv", "a,b\n1,2\n2,3\n"))
                        .get("detail")
                        .stringValue())
                .isEqualTo("seed=3 says which rows are drawn to test with, but test says that none are.");
        assertThat(refused(put("/datasets/d?delimiter=comma", "application/json", "[[1,2],[2,3]]"))
                        .get("detail")
                        .stringValue())
                .contains("delimiter", "JSON");
    }

    private HttpResponse<String> put(String path, String type, String body) throws IOException, InterruptedException {
        return caller.send(caller.to(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    private boolean isTakenBeside(String name, String path, String method) {
        return calls().stream()
                .filter(call -> call.getKey().getPatternValues().contains(path)
                        && call.getKey().getMethodsCondition().getMethods().contains(RequestMethod.valueOf(method)))
                .anyMatch(call -> known.of(call.getValue()).containsKey(name));
    }

    private Set<Map.Entry<RequestMappingInfo, HandlerMethod>> calls() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(call -> call.getValue().getBeanType().getName().startsWith("dev.feedforward."))
                .filter(call -> call.getValue().getBeanType() != FallbackErrorController.class)
                .collect(Collectors.toSet());
    }

    private HttpRequest.Builder request(RequestMappingInfo info, RequestMethod method, String query) {
        String path = info.getPatternValues()
                .iterator()
                .next()
                .replaceAll("\\{(id|version)}", "99999")
                .replaceAll("\\{\\w+}", "none");
        Set<MediaType> read = info.getConsumesCondition().getConsumableMediaTypes();
        String type =
                read.isEmpty() ? "application/json" : read.iterator().next().toString();
        return caller.to(path + query)
                .header("Content-Type", type)
                .method(method.name(), BodyPublishers.ofString("{}"));
    }

    private static JsonNode refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = Caller.json(answer);
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/invalid-parameter");
        return problem;
    }
}
