package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.OpenApiDocument.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/** Makes mistakes in every call, and holds the answers against the OpenAPI document. */
@FeedforwardTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiProblemsTests {

    private static final String PROBLEMS = """
            train           | POST   | /train                        | 422 | {"training": {"learningRate": -1}}
            train           | POST   | /train?wait=10                | 422 | {"expect": {"costBelow": 0.0001}}
            train           | POST   | /train?wait=ten               | 400 |
            train           | POST   | /train                        | 404 | {"dataset": "flowrs"}
            train           | POST   | /train                        | 400 | {"training": {
            getNewestCost   | GET    | /cost?points=0                | 400 |
            vocabulary      | GET    | /vocabulary?word=relu         | 400 |
            listDatasets    | GET    | /datasets?limit=0             | 400 |
            putDataset      | PUT    | /datasets/bad                 | 422 | [{"x": 1, "y": {}}]
            putDataset      | PUT    | /datasets/bad                 | 422 | [[1, 2], [3]]
            putDataset      | PUT    | /datasets/bad                 | 400 | [[1, 2
            putDataset      | PUT    | /datasets/bad?test=1          | 400 | [[1, 2]]
            putDataset      | PUT    | /datasets/b%C3%A4d            | 400 | [[1, 2]]
            putDataset      | PUT    | /datasets/xor                 | 409 | [[1, 2]]
            getDataset      | GET    | /datasets/flowrs              | 404 |
            getDataset      | GET    | /datasets/xor?verbose=1       | 400 |
            deleteDataset   | DELETE | /datasets/flowrs              | 404 |
            deleteDataset   | DELETE | /datasets/xor?verbose=1       | 400 |
            deleteDataset   | DELETE | /datasets/xor                 | 409 |
            getDatasetRows  | GET    | /datasets/flowrs/rows         | 404 |
            getDatasetRows  | GET    | /datasets/xor/rows?limit=0    | 400 |
            predict         | GET    | /predict?bits=011&model=course | 422 |
            predict         | GET    | /predict?bits=0120            | 400 |
            predict         | GET    | /predict?bits=0110&model=corse | 404 |
            predictRows     | POST   | /predict                      | 400 | {"inputs": [
            predictRows     | POST   | /predict                      | 422 | {"inputs": [["x"]], "rows": 1}
            truthTable      | GET    | /truth-table?model=corse      | 404 |
            truthTable      | GET    | /truth-table?rule=2           | 400 |
            step            | GET    | /step?answer=1                | 400 |
            step            | GET    | /step?bits=01&model=course    | 422 |
            slice           | GET    | /slice?points=1               | 400 |
            slice           | GET    | /slice?format=webp            | 406 |
            surface         | GET    | /slice/surface?points=1       | 400 |
            gradientCheck   | GET    | /gradient-check?model=corse   | 404 |
            sensitivity     | GET    | /sensitivity?bits=01&model=course | 422 |
            decisionSurface | GET    | /decision-surface?model=course | 422 |
            weights         | GET    | /weights?job=one              | 400 |
            weightImages    | GET    | /weight-images?model=course   | 422 |
            listJobs        | GET    | /jobs?limit=0                 | 400 |
            getJob          | GET    | /jobs/99                      | 404 |
            getJob          | GET    | /jobs/one                     | 400 |
            deleteJob       | DELETE | /jobs/99                      | 404 |
            watchJob        | GET    | /jobs/99/events               | 404 |
            watchJob        | GET    | /jobs/1/events?after=-2       | 400 |
            getCost         | GET    | /jobs/1/cost?format=webp      | 406 |
            evaluateJob     | GET    | /jobs/99/evaluation           | 404 |
            compareJobs     | GET    | /compare?jobs=1,99            | 404 |
            compareJobs     | GET    | /compare                      | 400 |
            pauseJob        | POST   | /jobs/1/pause                 | 409 |
            resumeJob       | POST   | /jobs/1/resume                | 409 |
            cancelJob       | POST   | /jobs/1/cancel                | 409 |
            listModels      | GET    | /models?limit=0               | 400 |
            getModel        | GET    | /models/corse                 | 404 |
            deleteModel     | DELETE | /models/corse                 | 404 |
            deleteModel     | DELETE | /models/corse?verbose=1       | 400 |
            getModelVersion | GET    | /models/course/versions/99    | 404 |
            deleteModelVersion | DELETE | /models/course/versions/one | 400 |
            evaluate        | GET    | /models/course/versions/1/evaluation?dataset=flowrs | 404 |
            evaluate        | GET    | /models/course/versions/1/evaluation?dataset=xor | 422 |
            listMistakes    | GET    | /models/course/versions/1/mistakes?limit=0 | 400 |
            importance      | GET    | /models/course/versions/1/importance?format=webp | 406 |
            getNumpyScript  | GET    | /models/corse/versions/1/numpy | 404 |
            """;

    @Autowired
    private Caller caller;

    private OpenApiDocument document;
    private OpenApiJudge judge;

    @BeforeEach // The service of this class is not there before all.
    void readDocument() throws Exception {
        if (document == null) {
            assertThat(caller.post("/train?wait=60", "{}").statusCode()).isEqualTo(200);
            document = new OpenApiDocument(Caller.json(caller.get("/v3/api-docs")));
            judge = new OpenApiJudge(document);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = PROBLEMS)
    void documentsItsProblems(String id, String method, String path, int status, String body) throws Exception {
        HttpRequest.Builder request = caller.to(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));

        judge.check(document.operation(id), caller.send(request), status);
    }

    @Test
    void makesAMistakeInEveryCall() {
        assertThat(PROBLEMS.lines().map(line -> line.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::id).toList());
    }

    @Test
    void documentsThatAnyAnswerMayBeAskedForInAFormThatItDoesNotHave() throws Exception {
        for (Operation operation : document.operations()) {
            boolean answers = operation.json().get("responses").has("200");
            assertThat(operation.json().get("responses").has("406"))
                    .as("406 of " + operation)
                    .isEqualTo(answers);
            if (answers) {
                HttpRequest.Builder request = caller.to(operation.example())
                        .header("Accept", "audio/ogg")
                        .method(operation.method(), BodyPublishers.noBody());
                judge.check(operation, caller.send(request));
            }
        }
    }

    @Test
    void documentsProblemsOfTheBodyAsAWhole() throws Exception {
        HttpRequest.Builder form = caller.to("/train")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("{}"));
        judge.check(document.operation("train"), caller.send(form), 415);

        HttpRequest.Builder tooLarge = caller.to("/train")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024]));
        judge.check(document.operation("train"), caller.send(tooLarge), 413);
    }
}
