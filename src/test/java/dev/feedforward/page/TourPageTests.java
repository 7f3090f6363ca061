package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PageTest
class TourPageTests {

    private static final List<String> STOPS = List.of(
            "Neuron", "Layer", "Feed forward", "Cost", "Gradient descent", "Back propagation", "Training and test set");

    @Autowired
    private Caller caller;

    private long job;

    /** The course's network is trained once for all tests: the tour takes the newest that there is. */
    @BeforeEach
    void findTheCoursesNetwork() throws Exception {
        for (JsonNode found : Caller.json(caller.get("/jobs?limit=200")).get("items")) {
            if (found.get("model").get("name").asString().equals("course")
                    && Math.abs(found.get("cost").asDouble() - 0.004845375910956412) < 1e-9) {
                job = found.get("id").asLong();
                return;
            }
        }
        job = Caller.json(caller.post("/train?wait=60", "{}")).get("id").asLong();
    }

    @Test
    void leadsThroughAllStopsByButton(Page page) {
        page.tab("Tour");
        for (int stop = 1; stop <= STOPS.size(); stop++) {
            awaitStop(page, stop);
            awaitLive(page);
            assertThat(page.await(By.cssSelector(".stop-live .curl code")).getAttribute("textContent"))
                    .contains("curl 'http://localhost:", "job=" + job);
            Accessibility.check(page);
            if (stop < STOPS.size()) {
                page.click("Next: " + STOPS.get(stop) + " →");
            }
        }
        page.click("Train your own →");

        page.await(By.cssSelector(".go"));
        assertThat(page.run("return document.activeElement.id")).isEqualTo("panel");
    }

    @Test
    void leadsThroughAllStopsByArrowKeys(Page page) {
        page.phone();
        page.tab("Tour");
        awaitStop(page, 1);
        page.await(By.cssSelector(".stations button")).sendKeys(Keys.ARROW_LEFT);
        awaitStop(page, 1);
        press(page, Keys.ARROW_RIGHT);
        for (int stop = 2; stop <= STOPS.size(); stop++) {
            awaitStop(page, stop);
            awaitLive(page);
            int reached = stop;
            page.await(
                    "the focus on the title",
                    () -> "stop-title".equals(page.run("return document.activeElement.id"))
                            && page.text().contains("Stop " + reached + " of 7"));
            assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            press(page, Keys.ARROW_RIGHT);
        }
        awaitStop(page, STOPS.size());
        press(page, Keys.ARROW_LEFT);
        awaitStop(page, STOPS.size() - 1);
    }

    @Test
    void leavesArrowKeysToTheControls(Page page) {
        page.open("#tab=tour&stop=4");
        page.await(By.cssSelector("input[type=range]")).sendKeys(Keys.ARROW_RIGHT);

        page.await(
                "the next moment",
                () -> page.await(By.cssSelector(".range output")).getText().equals("10"));
        awaitStop(page, 4);
    }

    @Test
    void sumsUpWhatANeuronIsTold(Page page) throws Exception {
        page.open("#tab=tour&stop=1");
        page.choose("Hidden neuron", "3");
        JsonNode hidden = Caller.json(caller.get("/step?bits=0110&job=" + job))
                .get("layers")
                .get(0);

        String sum = written(hidden.get("weightedSums").get(0).get(2));
        String activation = written(hidden.get("activations").get(0).get(2));
        page.await("the sum", () -> told(page).equals("The sigmoid makes " + activation + " of the sum " + sum + "."));
        assertThat(page.await(By.cssSelector(".sums tbody")).getText())
                .contains("× " + written(hidden.get("weights").get(1).get(2)));
        assertThat(page.await(By.cssSelector(".sums tfoot")).getText()).contains("= " + sum);
    }

    @Test
    void showsTheWeightsOfEachLayer(Page page) throws Exception {
        page.open("#tab=tour&stop=2");
        JsonNode layers = Caller.json(caller.get("/weights?job=" + job)).get("layers");
        WebElement cell = page.await(By.cssSelector(".weight-table tbody tr:nth-child(4) td:nth-child(3) button"));
        cell.click();

        page.await("the choice", () -> "true".equals(cell.getDomAttribute("aria-pressed")));
        assertThat(cell.getText())
                .isEqualTo(written(layers.get(0).get("weights").get(3).get(1)));
        assertThat(page.run("return document.querySelectorAll('.weight-table .weight-cell').length"))
                .isEqualTo(20L);
    }

    @Test
    void feedsARowForward(Page page) throws Exception {
        page.open("#tab=tour&stop=3");
        JsonNode layers = Caller.json(caller.get("/step?bits=0110&job=" + job)).get("layers");
        JsonNode output = layers.get(1).get("activations").get(0).get(0);

        page.await(
                "the answer", () -> page.text().contains("The output is " + written(output) + ", so the answer is 1."));
        assertThat(page.text())
                .contains(written(layers.get(0).get("weightedSums").get(0).get(3)))
                .contains(written(layers.get(1).get("weightedSums").get(0).get(0)));
    }

    @Test
    void tellsTheCostAtMomentsOfTheTraining(Page page) throws Exception {
        page.open("#tab=tour&stop=4");
        WebElement slider = page.await(By.cssSelector("input[type=range]"));
        JsonNode start = step(0);
        page.await("the start", () -> footOf(page).endsWith(written(start.get("cost"))));

        slider.sendKeys(Keys.END);

        JsonNode end = step(10_000);
        page.await("the end", () -> footOf(page).endsWith(written(end.get("cost"))));
        assertThat(footOf(page)).endsWith("0.00485");
        assertThat(page.text()).contains(written(end.get("outputs").get(2).get(0)));
    }

    @Test
    void goesDownTheSliceOfAWeight(Page page) throws Exception {
        page.open("#tab=tour&stop=5");
        JsonNode slice = Caller.json(caller.get("/slice?layer=1&from=0&to=0&job=" + job + "&iteration=0"));
        JsonNode current = slice.get("current");
        page.await(
                "the start",
                () -> told(page)
                        .startsWith("After 0 steps the weight is " + written(current.get("weight")) + ", the loss "
                                + written(current.get("loss")) + ", the slope " + written(current.get("derivative"))
                                + ";"));
        // From 20 down to the course's own rate, 1.
        page.await(By.cssSelector("input[type=range]"))
                .sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        page.click("Step");

        page.await(
                "one step",
                () -> told(page)
                        .startsWith("After 1 step the weight is "
                                + written(slice.get("next").get("weight"))));
        page.await(By.cssSelector("input[type=range]")).sendKeys(Keys.END);
        page.click("Ten steps");
        page.await("too long a step", () -> told(page).contains("this learning rate is too large"));
        page.click("Start again");
        page.await("the start", () -> told(page).startsWith("After 0 steps"));
    }

    @Test
    void sendsTheErrorBack(Page page) throws Exception {
        page.open("#tab=tour&stop=6");
        page.choose("Right answer", "0");
        JsonNode step = Caller.json(caller.get("/step?bits=0110&answer=0&iteration=0&job=" + job));
        JsonNode output = step.get("layers").get(1);

        String change = written(step.get("loss")) + " to " + written(step.get("lossAfter")) + ".";
        page.await("the loss", () -> told(page).endsWith(change));
        assertThat(page.await(By.cssSelector(".back-walk")).getText())
                .contains(written(step.get("errors").get(0).get(0)))
                .contains(written(output.get("deltas").get(0).get(0)));
        assertThat(page.await(By.cssSelector(".stop-live table")).getText())
                .contains(written(step.get("layers").get(0).get("deltas").get(0).get(3)))
                .contains(written(output.get("weightGradients").get(2).get(0)))
                .contains(written(output.get("weightsAfter").get(1).get(0)));
    }

    @Test
    void endsWithRowsThatTellTheTwoRulesApart(Page page) throws Exception {
        page.open("#tab=tour&stop=7");
        page.await("the mistakes", () -> page.text().contains("12 of 16"));
        page.click("Train with 0100 and 1101 as well");
        page.click("Train");
        page.awaitStatus("Trained");

        assertThat(Caller.json(caller.get("/truth-table?rule=.11.&model=two-rows-more"))
                        .get("agreeing")
                        .asInt())
                .isEqualTo(16);
        page.await("no mistake", () -> page.text().contains("16 of 16"));
    }

    @Test
    void trainsTheNetworkOnceWhereThereIsNone(Page page) throws Exception {
        caller.delete("/models/course");
        page.open("#tab=tour&stop=3");
        page.await("the offer", () -> page.text().contains("There is no network to show yet"));
        Accessibility.check(page);

        page.click("Train the course’s network");
        awaitLive(page);
        page.open("#tab=tour&stop=2");
        awaitLive(page);

        assertThat(Caller.json(caller.get("/models?name=course")).get("items")).hasSize(1);
    }

    private JsonNode step(int iteration) throws Exception {
        return Caller.json(caller.get("/step?job=" + job + "&iteration=" + iteration));
    }

    private static void awaitStop(Page page, int stop) {
        page.await(
                "stop " + stop,
                () -> page.await(By.cssSelector("#stop-title")).getText().endsWith(STOPS.get(stop - 1))
                        && page.link().endsWith("stop=" + stop));
        assertThat(page.await(By.cssSelector(".stations [aria-current=step]")).getAccessibleName())
                .contains(String.valueOf(stop), STOPS.get(stop - 1));
    }

    private static void awaitLive(Page page) {
        page.await(By.cssSelector(".stop-live table, .stop-live .way-plot"));
    }

    private static void press(Page page, Keys key) {
        page.await(By.id("stop-title")).sendKeys(key);
    }

    private static String told(Page page) {
        return page.await(By.cssSelector(".piece-told")).getText();
    }

    private static String footOf(Page page) {
        return page.await(By.cssSelector(".stop-live tfoot")).getText();
    }

    /** The number with three digits that count, as the page writes it. */
    private static String written(JsonNode number) {
        BigDecimal rounded = new BigDecimal(number.asDouble()).round(new MathContext(3, RoundingMode.HALF_UP));
        String text = Math.abs(rounded.doubleValue()) < 1e-4
                ? rounded.stripTrailingZeros().toString().replace("E", "e")
                : rounded.stripTrailingZeros().toPlainString();
        return text.replace('-', '−');
    }
}
