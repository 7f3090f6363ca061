package dev.feedforward.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Warnings and refusals of trainings on files. */
@FeedforwardTest
class FileWarningTests extends TrainingCalls {

    @Test
    void namesTheClassifierFirstWhereAFileHasClassesAndNoPresetIsSaid() throws Exception {
        JsonNode job = ok(file("name=kinds", rows(List.of("setosa", "versicolor", "virginica"), 60)));

        JsonNode first = job.get("warnings").get(0);
        assertThat(first.get("code").asString()).isEqualTo("classes_without_classifier");
        assertThat(first.get("detail").asString()).contains("3 classes (setosa, versicolor, virginica)");
        assertThat(first.get("action").asString()).contains("preset=classifier", "\"preset\": \"classifier\"");

        JsonNode again = train("{'dataset': 'kinds'}");
        assertThat(again.get("warnings").get(0)).isEqualTo(first);

        JsonNode mended = train("{'dataset': 'kinds', 'preset': 'classifier'}");
        assertThat(mended.get("warnings")).isEmpty();
        assertThat(mended.get("result").get("accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void namesTheClassifierWhereClassesAreNumbersFromOne() throws Exception {
        JsonNode job = ok(file(
                "name=numbered&header=false", rows(List.of("1", "2", "3"), 60).substring(4)));

        JsonNode first = job.get("warnings").get(0);
        assertThat(first.get("code").asString()).isEqualTo("answers_out_of_reach");
        assertThat(first.get("action").asString())
                .startsWith("If 1, 2, 3 name classes, say \"preset\": \"classifier\"");
        assertThat(first.get("fix").get("preset").asString()).isEqualTo("classifier");
    }

    @Test
    void takesTestRowsByAColumnThatSaysSoWithoutBeingAsked() throws Exception {
        JsonNode job = ok(file(
                "name=parted&preset=classifier",
                "x,y,split\n0,a,train\n0.1,a,train\n1,b,train\n1.1,b,train\n0.05,a,test\n1.05,b,test\n"));

        assertThat(job.get("result").get("test").get("outputs")).hasSize(2);
    }

    @Test
    void namesOnceAClassThatOnlyTestRowsHave() throws Exception {
        HttpResponse<String> answer = file(
                "name=unseen&preset=classifier",
                "x,y,split\n0,a,train\n0.1,a,train\n1,b,train\n1.1,b,train\n2,c,test\n2.1,c,test\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode errors = Caller.json(answer).get("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("pointer").asString()).isEqualTo("#/dataset");
        assertThat(errors.get(0).get("detail").asString())
                .startsWith("\"c\" of test rows is not a label that was trained on");
    }

    @Test
    void tellsThatARareClassIsNeverAnswered() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("x,z,fraud\n");
        for (int i = 0; i < 300; i++) {
            csv.append(
                    "%s,%s,%s\n".formatted(random.nextGaussian(), random.nextGaussian(), i % 30 == 7 ? "yes" : "no"));
        }

        JsonNode job = ok(file("name=fraud&preset=classifier", csv.toString()));

        JsonNode warning = job.get("warnings").get(0);
        assertThat(warning.get("code").asString()).isEqualTo("class_never_answered");
        assertThat(warning.get("detail").asString())
                .contains("None of the 240 training rows is answered with yes (8 rows)", "96.7 % are answered right");
        assertThat(job.get("result")
                        .get("test")
                        .get("classes")
                        .get(1)
                        .get("recall")
                        .asDouble())
                .isZero();
    }

    private static String rows(List<String> classes, int rows) {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("a,b\n");
        for (int i = 0; i < rows; i++) {
            csv.append("%s,%s\n".formatted(i % 3 + 0.2 * random.nextGaussian(), classes.get(i % 3)));
        }
        return csv.toString();
    }

    private HttpResponse<String> file(String parameters, String csv) throws Exception {
        return caller.send(caller.to("/train?wait=60&" + parameters)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }
}
