package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The network that is drawn while and after it trains, and what it answers over a plane. */
@PageTest
class WatchPageTests {

    private static final By DRAWING = By.cssSelector(".network .drawing");
    private static final By PLANE = By.cssSelector(".surface .plane");

    @Autowired
    private Caller caller;

    @AfterEach
    void endTrainings() throws Exception {
        for (JsonNode job : Caller.json(caller.get("/jobs")).get("items")) {
            if (job.get("finishedAt") == null) {
                caller.post("/jobs/" + job.get("id").asLong() + "/cancel", "");
            }
        }
    }

    @Test
    void drawsTheTrainedNetwork(Page page) throws Exception {
        trainCourse(page);

        JsonNode layers = Caller.json(caller.get("/weights?model=course")).get("layers");
        assertThat(described(page))
                .startsWith(
                        "A network, inputs: 4; hidden layer 1: 4, sigmoid; output layer: 1, sigmoid; without biases.")
                .contains("from neuron 1 of hidden layer 1 to output: "
                        + told(layers.get(1).get("weights").get(1).get(0)));
        assertThat(inked(page)).isPositive();
        assertThat(page.text()).doesNotContain("Drawn are");
    }

    @Test
    void choosesAWeightByKeyboardMouseAndFinger(Page page) throws Exception {
        trainCourse(page);
        JsonNode layers = Caller.json(caller.get("/weights?model=course")).get("layers");
        JsonNode first = layers.get(0).get("weights");

        WebElement drawing = page.await(DRAWING);
        drawing.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        page.await(
                "the next weight",
                () -> chosen(page)
                        .equals("Weight from bit 2 to neuron 0 of hidden layer 1: "
                                + told(first.get(1).get(0))));
        drawing.sendKeys(Keys.PAGE_DOWN);
        page.await(
                "the next neuron",
                () -> chosen(page)
                        .equals("Weight from bit 2 to neuron 1 of hidden layer 1: "
                                + told(first.get(1).get(1))));
        drawing.sendKeys(Keys.ARROW_RIGHT, Keys.END);
        page.await(
                "the next layer",
                () -> chosen(page)
                        .equals("Weight from neuron 3 of hidden layer 1 to output: "
                                + told(layers.get(1).get("weights").get(3).get(0))));

        String horizontal = "Weight from bit 1 to neuron 0 of hidden layer 1: "
                + told(first.get(0).get(0));
        clickBesideTheFirstWeight(page, "mouse", 0);
        page.await("the clicked weight", () -> chosen(page).equals(horizontal));
        drawing.sendKeys(Keys.END);
        page.await("another weight", () -> !chosen(page).equals(horizontal));
        clickBesideTheFirstWeight(page, "touch", -15);
        page.await("the touched weight", () -> chosen(page).equals(horizontal));
        Accessibility.check(page);
    }

    @Test
    void feedsBitsForward(Page page) throws Exception {
        trainCourse(page);
        page.await("the first row", () -> page.text().contains("0110 is fed forward: 0.9947 comes out."));

        page.await(By.cssSelector(".feeding [role=switch][aria-label='Bit 1']")).click();

        page.await("another row", () -> page.text().contains("1110 is fed forward"));
        JsonNode step = Caller.json(caller.get("/step?bits=1110&model=course"));
        page.await(
                "its activations",
                () -> described(page)
                        .endsWith("Activations of inputs: 1, 1, 1, 0; hidden layer 1: "
                                + told(step.get("layers")
                                        .get(0)
                                        .get("activations")
                                        .get(0)) + "; output layer: "
                                + told(step.get("outputs").get(0)) + "."));
    }

    @Test
    void drawsTheAnswersOverThePlane(Page page) throws Exception {
        page.source("Built in");
        page.choose("Data set", "gauss");
        page.click("Train");
        page.awaitStatus("Trained");

        JsonNode surface = Caller.json(caller.get("/decision-surface?model=gauss"));
        String share = "At least 0.5 on %d percent of it. 500 rows are marked.".formatted(percentAbove(surface));
        page.await(
                "the surface",
                () -> page.await(PLANE).getDomAttribute("aria-label").contains(share));
        assertThat(page.await(By.cssSelector(".marks")).getText()).contains("0", "1", "hollow: for testing");

        page.await(PLANE).sendKeys(Keys.ARROW_RIGHT);
        page.await("a point that is fed forward", () -> page.text().contains("is fed forward:"));
        page.await("its activations", () -> described(page).contains("Activations of inputs: "));
        page.type("Row of the data", "3");
        page.await("a row that is fed forward", () -> page.text().contains("Its answer in the data is 0."));
        JsonNode row = Caller.json(caller.get("/datasets/gauss/rows?after=2&limit=1"))
                .get("items")
                .get(0);
        page.await(
                "its activations",
                () -> described(page)
                        .contains("Activations of inputs: %s, %s;".formatted(told(row.get(0)), told(row.get(1)))));
        Accessibility.check(page);
    }

    @Test
    void solvesTheSpiral(Page page) {
        page.source("Built in");
        page.choose("Data set", "spiral");
        page.click("Train");
        page.awaitStatus("Trained");

        assertThat(page.figure("Right in training")).isEqualTo("100 %");
        // The centre belongs to both arms: one of the 250 rows cannot be right.
        assertThat(page.figure("Right in the test")).isEqualTo("99.6 %");
        page.await(
                "the surface",
                () -> page.await(PLANE).getDomAttribute("aria-label").contains("500 rows are marked"));
        page.phone();
        page.await(
                "a drawing that fits",
                () -> Boolean.TRUE.equals(
                        page.run(
                                "return document.documentElement.scrollWidth <= innerWidth && !!document.querySelector('.drawing')")));
    }

    @Test
    void movesWhileItTrains(Page page) {
        page.open(
                "#source=builtin&dataset=spiral&hidden=8,8&activation=tanh&bias=yes&learningRate=0.001&length=100000000");
        page.click("Train");
        page.awaitStatus("Training");
        page.await(
                "a surface",
                () -> page.await(PLANE).getDomAttribute("aria-label").contains("At least"));
        page.await(PLANE).sendKeys(Keys.ARROW_LEFT);
        page.await("activations", () -> described(page).contains("Activations of"));

        String early = described(page);
        page.await("another network", () -> !described(page).equals(early));
        assertThat(page.status()).isEqualTo("Training");
        // Cancelled by somebody else, it would be asked for a network that it no longer has.
        page.click("Cancel");
        page.awaitStatus("Cancelled");
    }

    @Test
    void saysHowMuchOfALargeNetworkIsNotDrawn(Page page) throws Exception {
        String row = Collections.nCopies(784, "0.5").toString();
        String answers = IntStream.range(0, 10).mapToObj("\"%d\""::formatted).collect(Collectors.joining(","));
        JsonNode job = Caller.json(caller.post("/train?wait=60", """
                {"name": "large", "preset": "classifier", "inputs": %s, "answers": [%s],
                 "network": {"hidden": [128]}, "training": {"iterations": 2, "validationFraction": 0}}
                """.formatted(Collections.nCopies(10, row), answers)));
        page.open("#tab=watch&job=" + job.get("id").asLong());

        page.await(
                "what is left out",
                () -> page.text()
                        .contains("Drawn are 16 of the 784 inputs, 16 of the 128 neurons of hidden layer 1"
                                + " and 442 of the 101,770 weights."));
        page.await(DRAWING).sendKeys(Keys.ARROW_DOWN, Keys.PAGE_DOWN);
        page.await("the weight", () -> chosen(page).startsWith("Weight from input 0 to neuron 8 of hidden layer 1: "));
    }

    private static void trainCourse(Page page) {
        page.click("Train");
        page.awaitStatus("Trained");
        page.await(
                "the names of the inputs",
                () -> inked(page) > 0 && described(page).contains("Activations"));
    }

    /** The drawing in words. */
    private static String described(Page page) {
        return (String)
                page.run(
                        "return document.getElementById(document.querySelector('.drawing')?.getAttribute('aria-describedby'))?.textContent ?? ''");
    }

    private static String chosen(Page page) {
        return page.await(By.cssSelector(".network .chosen")).getText();
    }

    /** Pixels of the weights that are not empty. */
    private static long inked(Page page) {
        return (long) page.run("""
                const canvas = document.querySelector('.drawing canvas');
                const { data } = canvas?.width ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height) : { data: [] };
                return data.filter((value, index) => index % 4 === 3 && value > 0).length;
                """);
    }

    /** The first weight of the course's network lies level in the first row of neurons. */
    private static void clickBesideTheFirstWeight(Page page, String pointer, int pixels) {
        page.run("""
                const canvas = document.querySelector('.drawing canvas');
                const { left, top, width } = canvas.getBoundingClientRect();
                canvas.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: arguments[0],
                  clientX: left + 0.3 * width, clientY: top + 71 + arguments[1] }));
                """, pointer, pixels);
    }

    private static long percentAbove(JsonNode surface) {
        JsonNode rows = surface.get("outputs").get(0);
        long above = StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(value -> value.asDouble() >= 0.5)
                .count();
        return Math.round(100.0 * above / (rows.size() * rows.get(0).size()));
    }

    /** A number, or several with commas between them, as the page tells them. */
    private static String told(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(WatchPageTests::told)
                    .collect(Collectors.joining(", "));
        }
        return BigDecimal.valueOf(value.asDouble())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }
}
