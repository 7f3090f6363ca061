package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class AskPageTests {

    @Autowired
    private Caller caller;

    @Test
    void asksTheModelThatWasTrainedLast(Page page) throws Exception {
        train("{}");
        page.open("#tab=ask");

        page.await("the answer", () -> page.text().contains("0.99"));
        assertThat(page.text()).contains("It has not seen this row in training.");
        assertThat(curl(page))
                .startsWith("curl 'http://localhost:")
                .contains("/predict?bits=0110&model=course&version=");
    }

    @Test
    void movesTheAnswerWithEveryBit(Page page) throws Exception {
        train("{}");
        page.open("#tab=ask");
        page.await("the answer", () -> large(page).equals("1"));

        page.await(By.cssSelector("[aria-label='Bit 2']")).click();
        page.await("the other answer", () -> large(page).equals("0"));
        assertThat(curl(page)).contains("bits=0010");

        page.await(By.cssSelector("[aria-label='Bit 1']")).sendKeys("011" + Keys.ARROW_RIGHT + Keys.SPACE);
        page.await("what was typed", () -> curl(page).contains("bits=0111"));
        page.await("that it knows the row", () -> page.text().contains("It has seen this row in training."));
        page.await(
                "the answer in words",
                () -> page.await(By.cssSelector(".answer [role=status]"))
                        .getDomProperty("textContent")
                        .startsWith("The answer is 1. 99"));
        Accessibility.check(page);
    }

    @Test
    void asksForNumbersWhereBitsAreNone(Page page) throws Exception {
        train("{\"name\": \"halves\", \"inputs\": [[0, 0.5], [1, 0.5]], \"answers\": [0, 1]}");
        page.open("#tab=ask");
        page.await(By.cssSelector(".bit-toggles"));

        page.click("Type numbers instead");
        page.type("input 2", "0.5");
        page.type("input 1", "1");
        page.await("the answer", () -> large(page).equals("1") && curl(page).contains("inputs=1,0.5"));
        page.field("input 1").sendKeys(Keys.BACK_SPACE);
        page.await("a hint", () -> page.text().contains("Fill in every value with a number."));
    }

    @Test
    void asksForTheColumnsOfAnUploadedFile(Page page) throws Exception {
        upload("pets?answers=kind", "weight,coat,kind\n3,soft,cat\n30,rough,dog\n4,soft,cat\n28,rough,dog\n");
        train("{\"dataset\": \"pets\", \"preset\": \"classifier\"}");
        page.open("#tab=ask");

        page.await(
                "the columns",
                () -> page.text().contains("weight") && page.text().contains("coat"));
        page.type("weight", "31");
        page.choose("coat", "rough");
        page.await("the answer", () -> large(page).equals("dog"));
        assertThat(curl(page)).contains("{\"inputs\":[{\"weight\":31,\"coat\":\"rough\"}]}");
        page.await(By.cssSelector("[type=range]")).sendKeys(Keys.HOME);
        page.await(
                "the least weight",
                () -> page.field("weight").getDomProperty("value").equals("3"));
        Accessibility.check(page);
    }

    @Test
    void asksAModelWhoseDataSetIsGone(Page page) throws Exception {
        upload("gone?answers=price", "size,garden,price\n" + "50,no,100\n80,yes,190\n100,no,200\n".repeat(5));
        train("{\"dataset\": \"gone\", \"preset\": \"regressor\", \"training\": {\"epochs\": 20}}");
        caller.delete("/datasets/gone");
        page.open("#tab=ask");

        page.type("size", "90");
        page.choose("garden", "yes");
        page.await("the question", () -> curl(page).contains("{\"inputs\":[{\"size\":90,\"garden\":\"yes\"}]}"));
        page.await("a number", () -> large(page).matches("-?\\d+(\\.\\d+)?"));
    }

    @Test
    void asksAnyVersionOfAnyModel(Page page) throws Exception {
        train("{\"name\": \"versions\", \"training\": {\"iterations\": 1}}");
        train("{\"name\": \"versions\"}");
        train("{\"name\": \"later\"}");
        page.open("#tab=ask");

        page.await("the newest model", () -> curl(page).contains("model=later&version=1"));
        page.choose("Model", "versions");
        page.await("its newest version", () -> curl(page).contains("model=versions&version=2"));
        page.choose("Version", "1: 4-4-1, 50 % right in the test");
        page.await("the older one", () -> curl(page).contains("model=versions&version=1"));
        page.await("its answer", () -> page.text().contains("0.5"));
    }

    @Test
    void answersWithTheNumberThatASigmoidLearned(Page page) throws Exception {
        train("{\"name\": \"scaled\", \"inputs\": [[0, 0], [0, 1], [1, 1]], \"answers\": [10, 20, 30],"
                + " \"training\": {\"standardizeAnswers\": true}}");
        page.open("#tab=ask");

        page.await("a number", () -> Double.parseDouble(large(page)) > 5);
        assertThat(page.text()).doesNotContain("% sure").doesNotContain("the answer is 1");
    }

    @Test
    void recognisesASevenThatIsDrawn(Page page) throws Exception {
        page.source("Built in");
        page.choose("Data set", "digits");
        page.click("Train");
        page.awaitStatus("Trained");
        page.click("Ask it");
        page.await("paper", () -> page.text().contains("What the network sees"));
        Accessibility.check(page);

        page.draw(30, 20, 70, 20, 45, 85);
        page.await("seven", () -> large(page).equals("7"));
        page.draw(38, 52, 66, 52);
        page.await("seven with a bar", () -> large(page).equals("7"));
        assertThat(curl(page)).containsPattern("\\{\"inputs\":\\[\\[([01](\\.\\d+)?,){255}[01](\\.\\d+)?]]}");
        Accessibility.check(page);

        page.click("Undo");
        page.click("Undo");
        page.await("clean paper", () -> page.text().contains("Draw a digit, and the answer comes as you draw."));

        page.draw(72, 80, 82, 80, 76, 96);
        page.await("a small seven in a corner", () -> large(page).equals("7"));
        page.click("Clear");

        drawAOneWithKeys(page);
        page.await("one", () -> large(page).equals("1"));

        page.phone();
        page.click("Clear");
        page.draw(25, 15, 75, 15, 40, 90);
        page.await("seven on a phone", () -> large(page).equals("7"));
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static void drawAOneWithKeys(Page page) {
        WebElement paper = page.await(By.cssSelector(".paper canvas"));
        paper.sendKeys(Keys.ARROW_UP.toString().repeat(6)
                + Keys.SPACE
                + Keys.ARROW_DOWN.toString().repeat(11)
                + Keys.SPACE);
    }

    @Test
    void drawsInTheTonesThatAModelKnows(Page page) throws Exception {
        upload("lines?answers=kind", lines());
        train(
                "{\"dataset\": \"lines\", \"preset\": \"classifier\", \"network\": {\"hidden\": [4]}, \"training\": {\"epochs\": 60}}");
        page.open("#tab=ask");
        page.await(By.cssSelector(".paper canvas"));

        page.draw(50, 10, 50, 90);
        page.await("upright", () -> large(page).equals("upright"));
        assertThat(curl(page)).contains(",255,").doesNotContain("0.");
        page.click("Clear");
        page.draw(10, 50, 90, 50);
        page.await("level", () -> large(page).equals("level"));
    }

    /** Pictures of 28 × 28 greys from 0 to 255: a line somewhere in the middle, upright or level. */
    private static String lines() {
        String header = IntStream.range(0, 784).mapToObj(i -> "p" + i).collect(Collectors.joining(",")) + ",kind\n";
        return header
                + IntStream.range(0, 40)
                        .mapToObj(row -> IntStream.range(0, 784)
                                        .mapToObj(i -> pixel(row % 2 == 0 ? i % 28 : i / 28, 11 + row / 8))
                                        .collect(Collectors.joining(","))
                                + (row % 2 == 0 ? ",upright" : ",level"))
                        .collect(Collectors.joining("\n"));
    }

    private static String pixel(int place, int line) {
        return place == line ? "255" : Math.abs(place - line) == 1 ? "128" : "0";
    }

    private static String large(Page page) {
        return page.await(By.cssSelector(".answer .large strong")).getText();
    }

    private static String curl(Page page) {
        return String.valueOf(page.run("return document.querySelector('main .curl code')?.textContent"));
    }

    private void train(String body) throws Exception {
        assertThat(caller.post("/train?wait=60", body).statusCode()).isEqualTo(200);
    }

    private void upload(String path, String csv) throws Exception {
        assertThat(caller.send(caller.to("/datasets/" + path)
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofString(csv)))
                        .statusCode())
                .isBetween(200, 201);
    }
}
