package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PageTest
class TrainingPageTests {

    @Autowired
    private Caller caller;

    /** A training that a failed test has left behind would hold up all others. */
    @AfterEach
    void endTrainings() throws Exception {
        for (JsonNode job : Caller.json(caller.get("/jobs")).get("items")) {
            if (job.get("finishedAt") == null) {
                caller.post("/jobs/" + job.get("id").asLong() + "/cancel", "");
            }
        }
    }

    @Test
    void trainsTheCoursesNetworkWithOneClick(Page page) throws Exception {
        page.click("Train");
        page.awaitStatus("Trained");

        assertThat(page.figure("Cost")).isEqualTo("0.00485");
        assertThat(page.figure("Iteration")).isEqualTo("10,000 of 10,000");
        assertThat(page.figure("Right in the test")).isEqualTo("100 %");
        JsonNode job = Caller.json(caller.get("/jobs")).get("items").get(0);
        assertThat(job.get("model").get("name").asString()).isEqualTo("course");
        assertThat(job.get("cost").asDouble()).isBetween(0.004845, 0.004846);
        page.await("the whole curve", () -> page.curve().contains("to 0.00485."));
        Accessibility.check(page);
    }

    @Test
    void drawsTheCurveWhileItTrainsAndObeysItsButtons(Page page) {
        page.type("Iterations", "200000000");
        page.click("Train");
        page.awaitStatus("Training");
        String early = page.curve();
        page.await(
                "more of the curve",
                () -> !page.curve().equals(early) && page.curve().contains(": from 0."));
        page.awaitStatus("Training");
        Accessibility.check(page);

        page.click("Pause");
        page.awaitStatus("Paused");
        page.await("no running", () -> isSilent(page));
        String paused = page.figure("Iteration");

        page.click("Resume");
        page.await("going on", () -> !page.figure("Iteration").equals(paused));
        page.awaitStatus("Training");

        page.click("Cancel");
        page.awaitStatus("Cancelled");
        page.click("Reset");
        page.await("nothing", () -> page.text().contains("Nothing is being trained"));
    }

    /** The service has told the last of a job that stands still. */
    private static boolean isSilent(Page page) {
        String before = page.figure("Iteration");
        page.runAsync("setTimeout(arguments[arguments.length - 1], 500)");
        return page.figure("Iteration").equals(before);
    }

    @Test
    void correctsTheWeightsOnceMore(Page page) throws Exception {
        page.click("Train");
        page.awaitStatus("Trained");
        int before = newestVersion();

        page.click("One iteration");
        page.await("one iteration", () -> page.figure("Iteration").equals("1 of 1"));

        page.awaitStatus("Trained");
        assertThat(newestVersion()).isEqualTo(before + 1);
    }

    private int newestVersion() throws Exception {
        return Caller.json(caller.get("/models/course")).get("version").asInt();
    }

    @Test
    void trainsOnTypedRows(Page page) throws Exception {
        page.source("Typed rows");
        page.type("Rows to learn from", "00 no\n01 yes\n10 yes\n11 no");
        page.type("Name of the model", "typed");
        page.choose("Preset: where empty fields get their values", "classifier");
        page.click("Train");
        page.awaitStatus("Trained");

        JsonNode model = Caller.json(caller.get("/models/typed"));
        assertThat(model.get("inputs").asInt()).isEqualTo(2);
        assertThat(model.get("classes").toString()).contains("yes", "no");
    }

    @Test
    void asksTestRowsWithoutAnswers(Page page) throws Exception {
        page.source("Typed rows");
        page.type("Rows to learn from", "0001 0\n0011 0\n0111 1\n1010 0\n1111 1");
        page.type("Rows to test with (may be empty)", "1110\n0110 1");
        assertThat(page.await(By.cssSelector(".problem")).getText())
                .contains("Line 1 of the rows to test with is \"1110\", without an answer");
        page.type("Rows to test with (may be empty)", "1110\n0010");
        page.type("Name of the model", "asked-rows");
        page.click("Train");
        page.awaitStatus("Trained");

        JsonNode test =
                Caller.json(caller.get("/models/asked-rows")).get("figures").get("test");
        assertThat(test.propertyNames()).containsExactly("outputs");
        assertThat(page.await(By.cssSelector(".tested table")).getText())
                .contains("1110 0.99")
                .contains("0010 0.0");
        assertThat(page.text()).doesNotContain("Cost in the test");
        Accessibility.check(page);
    }

    @Test
    void saysWhatIsWrongBesideTheButton(Page page) {
        page.type("Learning rate", "-1");
        page.click("Train");

        String problem = page.await(By.cssSelector(".start .problem")).getText();
        assertThat(problem).contains("learningRate").contains("-1");
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("422"));
        Accessibility.check(page);
    }

    @Test
    void saysWhichTypedLineCannotBeRead(Page page) {
        page.source("Typed rows");
        page.type("Rows to learn from", "01 1\nnonsense");

        assertThat(page.await(By.cssSelector(".problem")).getText()).contains("Line 2 is \"nonsense\"");
        assertThat(page.await(By.cssSelector(".go")).isEnabled()).isFalse();
    }
}
