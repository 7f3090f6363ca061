package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What went wrong in a training, and the button that trains again with the change that mends it. */
@PageTest
class WarningsPageTests {

    private static final String AGAIN = "Train again with this change";
    private static final By BUTTONS = By.xpath("//button[normalize-space()='" + AGAIN + "']");

    @Autowired
    private Caller caller;

    @Test
    void trainsAgainWithTheChangeThatAWarningNames(Page page) throws Exception {
        page.source("Typed rows");
        page.type("Rows to learn from", "1 10\n2 20\n3 30");
        page.type("Name of the model", "reached");
        page.click("Train");
        page.awaitStatus("Trained");
        JsonNode before = newestJob();
        assertThat(before.at("/warnings/0/code").asString()).isEqualTo("answers_out_of_reach");
        assertThat(before.at("/warnings/0/fix/preset").asString()).isEqualTo("regressor");
        assertThat((String) page.run("return document.querySelector('.status .curl code').textContent"))
                .contains("\"preset\":\"regressor\"");
        Accessibility.check(page);

        page.click(AGAIN);
        page.await("the next version", () -> page.text().contains("reached 2"));
        page.awaitStatus("Trained");

        JsonNode after = newestJob();
        assertThat(after.get("id").asLong()).isGreaterThan(before.get("id").asLong());
        assertThat(after.findValuesAsString("code")).doesNotContain("answers_out_of_reach");
        assertThat(Caller.json(caller.get("/models/reached"))
                        .at("/layers/1/activation")
                        .asString())
                .isEqualTo("identity");
        page.tab("Train");
        assertThat(page.curl()).contains("\"preset\":\"regressor\"", "\"name\":\"reached\"");
    }

    @Test
    void showsWhyATrainingDivergedAndWhatHolds(Page page) throws Exception {
        page.open("#source=rows&rows=1 10%0A2 20%0A3 30&preset=regressor&name=runaway&optimizer=sgd&learningRate=10"
                + "&standardizeInputs=no&standardizeAnswers=no&seed=3");
        page.click("Train");
        page.awaitStatus("Failed");
        JsonNode diverged = newestJob();
        assertThat(page.await(By.cssSelector(".status .problem")).getText())
                .contains("The training diverged", "Train again with ", " of 200 updates");
        assertThat(page.all(By.cssSelector(".status .note"))).isEmpty();
        page.await("the curve", () -> page.curve().matches(".* to \\d.*e\\d\\d+\\."));
        page.await("no network", () -> page.text().contains("No model came of this job."));
        assertThat(page.all(By.cssSelector(".network .problem"))).isEmpty();
        Accessibility.check(page);

        page.tab("Runs");
        assertThat(page.await(By.cssSelector(".runs-table tbody tr")).getText()).contains("runaway", "failed");
        page.tab("Watch");
        page.click(AGAIN);
        page.awaitStatus("Trained");
        page.tab("Train");
        page.await(
                "the change in the form",
                () -> StreamSupport.stream(
                                diverged.at("/warnings/0/fix/training")
                                        .properties()
                                        .spliterator(),
                                false)
                        .allMatch(part -> page.curl().contains("\"%s\":%s".formatted(part.getKey(), part.getValue()))));
        // It may have been asked for its network just as it diverged.
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("409"));
    }

    @Test
    void offersNoChangeOfARequestThatItDoesNotKnow(Page page) throws Exception {
        JsonNode job = Caller.json(caller.post("/train?wait=20", """
                {"name": "elsewhere", "inputs": [[1], [2], [3]], "answers": [10, 20, 30]}
                """));

        page.open("#tab=watch&job=" + job.get("id").asLong());

        page.await("the warning", () -> page.text().contains("can never be answered right"));
        assertThat(page.all(BUTTONS)).isEmpty();
    }

    @Test
    void asksAndLooksIntoOtherModelsAfterATrainingDiverged(Page page) throws Exception {
        caller.post("/train?wait=20", "{}");
        caller.post("/train?wait=20", """
                {"name": "lost", "preset": "regressor", "inputs": [[1], [2], [3]], "answers": [10, 20, 30],
                 "training": {"optimizer": "sgd", "learningRate": 1000, "standardizeInputs": false,
                              "standardizeAnswers": false}}
                """);
        page.open("#tab=watch&job=" + newestJob().get("id").asLong());
        page.awaitStatus("Failed");

        for (String tab : new String[] {"Ask", "Look inside"}) {
            page.tab(tab);
            page.await("a model", () -> page.field("Model").isDisplayed());
            assertThat(page.all(By.cssSelector(".problem"))).isEmpty();
        }
    }

    @Test
    void asksTheModelOfAJobThatDidNotReachWhatWasExpected(Page page) throws Exception {
        caller.post("/train?wait=20", "{\"name\": \"short-of-it\", \"expect\": {\"costBelow\": 0.000001}}");

        page.open("#tab=watch&job=" + newestJob().get("id").asLong());
        page.awaitStatus("Failed");
        assertThat(page.await(By.cssSelector(".status .said")).getText()).isEqualTo("Failed.");
        assertThat(page.await(By.cssSelector(".status .problem")).getText())
                .contains("did not reach what was expected");

        for (String tab : new String[] {"Ask", "Look inside"}) {
            page.tab(tab);
            page.await("its model", () -> page.text().contains("not as expected"));
            assertThat(page.all(By.cssSelector(".problem"))).isEmpty();
        }
    }

    private JsonNode newestJob() throws Exception {
        return Caller.json(caller.get("/jobs")).get("items").get(0);
    }
}
