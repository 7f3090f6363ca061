package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feedforward.Caller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PageTest
class InsidePageTests {

    private static final Map<String, JsonNode> TRAINED = new ConcurrentHashMap<>();

    private static final String COURSE = "{\"name\": \"inside\"}";
    private static final String DIGITS = """
            {"name": "inside-digits", "dataset": {"name": "digits", "samples": 100}, "preset": "classifier",
             "network": {"hidden": [6]}, "training": {"epochs": 1}}""";
    private static final String LARGE = """
            {"name": "inside-large", "network": {"hidden": [800, 800]}, "training": {"iterations": 1}}""";

    private static final Pattern CHOSEN =
            Pattern.compile("weight from input ([0-9]+) to neuron 4 of the hidden layer 1, all others as they are");

    @Autowired
    private Caller caller;

    @Test
    void showsTheCurveOfAChosenWeight(Page page) throws Exception {
        String model = open(page, COURSE);
        page.choose("From", "input 1");
        page.choose("To", "neuron 2");
        JsonNode slice = answer("/slice?layer=0&from=1&to=2&" + model);

        page.await(
                "the weight",
                () -> page.text().contains("weight from input 1 to neuron 2 of the hidden layer 1, all others"));
        page.await(
                "the curve",
                () -> near(
                        figures(page, "As it is").get(0),
                        slice.at("/current/weight").asDouble()));
        assertNumbers(figures(page, "As it is"), slice.get("current"));
        assertNumbers(figures(page, "After the next step"), slice.get("next"));
        assertThat(page.await(By.cssSelector(".slice-plot")).getDomAttribute("aria-label"))
                .startsWith("Over 5 training rows, the slope of the loss is ");
        assertThat(links(page, ".slice"))
                .anyMatch(link -> link.contains("layer=0&from=1&to=2") && link.endsWith("png"));
    }

    @Test
    void comesBackToTheWeightAndTheIterationByItsLink(Page page) throws Exception {
        open(page, COURSE);
        page.choose("From", "input 1");
        page.choose("To", "neuron 2");
        page.type("Iteration", "500");
        page.await("the weight in the link", () -> page.link().contains("weight=0%2C1%2C2"));
        page.await("the iteration in the link", () -> page.link().contains("iteration=500"));
        page.tab("Runs");
        page.await("the other tab", () -> page.link().contains("tab=runs"));
        assertThat(page.link()).contains("weight=0%2C1%2C2", "iteration=500", "model=inside");
        String hash = page.link().substring(page.link().indexOf('#'));

        page.open(hash.replace("tab=runs", "tab=inside"));

        page.await(
                "the weight",
                () -> page.text().contains("weight from input 1 to neuron 2 of the hidden layer 1, all others"));
        assertThat(page.field("Iteration").getDomProperty("value")).isEqualTo("500");
        assertThat(page.text()).doesNotContain("could not be read", "is no more");
    }

    @Test
    void saysThatTheModelOfALinkIsNoMore(Page page) throws Exception {
        open(page, COURSE);

        page.open("#tab=inside&job=%s&model=inside&version=4711&weight=0,0,0"
                .formatted(TRAINED.get(COURSE).get("id")));

        page.await("the note", () -> page.text().contains("Version 4711 of the model inside is no more"));
    }

    @Test
    void showsWhatAnEditedWeightCosts(Page page) throws Exception {
        String model = open(page, COURSE);
        page.phone();
        page.type("Edited weight", "2.5");
        JsonNode there = answer("/slice?min=2.5&max=3&points=2&" + model);

        page.await("the cost", () -> page.text().contains("This weight is drawn as 2.5"));
        page.await(
                "the cost",
                () -> !rows(page, "Edited").isEmpty()
                        && near(
                                figures(page, "Edited").get(1),
                                there.at("/cost/0").asDouble()));
        assertThat(number(figures(page, "Edited").get(2)))
                .isCloseTo(
                        there.at("/loss/0").asDouble(),
                        within(1e-5 * there.at("/loss/0").asDouble()));
        assertThat(page.run("return document.documentElement.scrollWidth")).isEqualTo(390L);

        page.click("Put it back");
        page.await("its own value", () -> rows(page, "Edited").isEmpty());
    }

    @Test
    void tellsAnIterationFromItsFirstPartToItsLast(Page page) throws Exception {
        String model = open(page, COURSE);
        page.type("Row", "0110");
        page.type("Right answer", "1");
        JsonNode step = answer("/step?bits=0110&answer=1&" + model);
        List<JsonNode> parts = step.get("steps").valueStream().toList();

        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = parts.get(i);
            page.await(
                    "part " + (i + 1),
                    () -> story(page).contains(oneLine(part.get("numbers").asString())));
            assertThat(story(page))
                    .contains("Part %d of %d".formatted(i + 1, parts.size()))
                    .contains(part.get("title").asString())
                    .contains(oneLine(part.get("formula").asString()));
            if (i + 1 < parts.size()) {
                next(page, i);
            }
        }

        assertNumbers(
                figures(page, "before"),
                step.get("loss").asDouble(),
                step.get("cost").asDouble());
        assertNumbers(
                figures(page, "after"),
                step.get("lossAfter").asDouble(),
                step.get("costAfter").asDouble());
        page.await(By.cssSelector(".story")).sendKeys(Keys.HOME);
        page.await("the first part", () -> story(page).contains("Part 1 of "));
        assertThat(page.await(By.cssSelector(".route [aria-current=step]")).getText())
                .isEqualTo("hidden layer 1");
    }

    /** By the button and by the keyboard in turns. */
    private static void next(Page page, int part) {
        if (part % 2 == 0) {
            page.click("Next");
        } else {
            page.await(By.cssSelector(".story")).sendKeys(Keys.ARROW_RIGHT);
        }
    }

    @Test
    void tellsAnIterationOverAllRows(Page page) throws Exception {
        String model = open(page, COURSE);
        page.choose("Learn from", "all training rows");
        JsonNode step = answer("/step?" + model);

        page.await(
                "all rows",
                () -> story(page).contains(oneLine(step.at("/steps/0/numbers").asString())));
        page.await(By.cssSelector(".story")).sendKeys(Keys.END);
        page.await("the last part", () -> story(page).contains("What it did"));
        assertNumbers(
                figures(page, "after"),
                step.get("lossAfter").asDouble(),
                step.get("costAfter").asDouble());
    }

    @Test
    void waitsForARowThatFits(Page page) throws Exception {
        open(page, COURSE);
        page.type("Row", "011");

        page.await("what is missing", () -> page.text().contains("The network takes 4 inputs; here are 3."));
        assertThat(page.field("Row").getDomAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void goesBackInTheTraining(Page page) throws Exception {
        String model = open(page, COURSE);
        page.type("Iteration", "500");
        JsonNode then = answer("/slice?iteration=500&" + model);

        page.await(
                "the weight then",
                () -> near(
                        figures(page, "As it is").get(0),
                        then.at("/current/weight").asDouble()));
        assertNumbers(figures(page, "As it is"), then.get("current"));
        page.await("the path then", () -> page.text().contains(" in 500 iterations, where the loss"));

        page.click("As trained");
        page.await("the whole path", () -> page.text().contains(" in 10000 iterations, where the loss"));
    }

    @Test
    void checksGradientsAndFlipsBits(Page page) throws Exception {
        String model = open(page, COURSE);
        page.type("Row", "0110");
        String sensitivity =
                answer("/sensitivity?bits=0110&" + model).get("summary").asString();
        String gradients = answer("/gradient-check?" + model).get("summary").asString();

        page.await(
                "what bits do",
                () -> page.text().contains("The network answers 1 to the row of the iteration. " + sensitivity));
        page.await("the check", () -> page.text().contains("Passed " + gradients));
        assertThat(rows(page, "bit 1 0010").get(0).getText()).endsWith("0 changes");
    }

    @Test
    void showsWhatTheFirstLayerLooksForInAPicture(Page page) throws Exception {
        String model = open(page, DIGITS);
        page.await(
                "the neurons",
                () -> page.run("return document.querySelectorAll('.weight-images img').length")
                        .equals(6L));
        page.click("neuron 4");

        page.await("the neuron", () -> CHOSEN.matcher(page.text()).find());
        Matcher chosen = CHOSEN.matcher(page.text());
        assertThat(chosen.find()).isTrue();
        int pixel = Integer.parseInt(chosen.group(1));
        // It was clicked in its middle.
        assertThat(pixel / 16).isBetween(6, 10);
        double weight = answer("/weights?" + model)
                .at("/layers/0/weights/%d/4".formatted(pixel))
                .asDouble();
        page.await("its slice", () -> near(figures(page, "As it is").get(0), weight));
    }

    @Test
    void saysWhatIsTooLargeAndShowsTheRest(Page page) throws Exception {
        open(page, LARGE);

        page.await(
                "a problem",
                () -> page.await(By.cssSelector(".network .problem"))
                        .getText()
                        .contains("The model is too large for that"));
        page.await("the curve all the same", () -> !rows(page, "As it is").isEmpty());
        page.await(
                "the iteration's problem",
                () -> page.await(By.cssSelector(".iteration .problem")).isDisplayed());
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("422"));
    }

    @Test
    void canBeUsedByEverybody(Page page) throws Exception {
        open(page, COURSE);
        page.type("Edited weight", "2.5");
        page.await("an edited weight", () -> !rows(page, "Edited").isEmpty());
        page.await(By.cssSelector(".story")).sendKeys(Keys.END);

        Accessibility.check(page);
    }

    /** Trains where nobody has yet, and looks inside; answers the parameters that name the model. */
    private String open(Page page, String body) throws Exception {
        JsonNode job = TRAINED.get(body);
        if (job == null) {
            job = Caller.json(caller.post("/train?wait=60", body));
            TRAINED.put(body, job);
        }
        page.open("#tab=inside&job=" + job.get("id"));
        String model = "model=%s&version=%d"
                .formatted(
                        job.at("/model/name").asString(),
                        job.at("/model/version").asInt());
        page.await("the model", () -> links(page, ".slice").stream().anyMatch(link -> link.contains(model)));
        return model;
    }

    private JsonNode answer(String path) throws Exception {
        return Caller.json(caller.get(path));
    }

    private static String story(Page page) {
        return oneLine(page.await(By.cssSelector(".story")).getText());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static List<String> links(Page page, String card) {
        return ((List<?>) page.run(
                        "return [...document.querySelectorAll(arguments[0] + ' .downloads a')].map((link) => link.href)",
                        card))
                .stream().map(String::valueOf).toList();
    }

    /** The numbers of the row of a table that begins with {@code name}. */
    private static List<String> figures(Page page, String name) {
        page.await("the row " + name, () -> !rows(page, name).isEmpty());
        return rows(page, name).get(0).findElements(By.tagName("td")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static List<WebElement> rows(Page page, String name) {
        return page.all(By.xpath("//main//tr[normalize-space(th)='" + name + "']"));
    }

    private static void assertNumbers(List<String> shown, JsonNode point) {
        assertNumbers(
                shown,
                point.get("weight").asDouble(),
                point.get("cost").asDouble(),
                point.get("loss").asDouble());
    }

    private static void assertNumbers(List<String> shown, double... values) {
        assertThat(shown).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(number(shown.get(i))).isCloseTo(values[i], within(1e-5 * Math.abs(values[i])));
        }
    }

    private static boolean near(String shown, double value) {
        return Math.abs(number(shown) - value) <= 1e-5 * Math.abs(value);
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace('−', '-'));
    }
}
