package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class PageShellTests {

    private static final int MOST_BYTES = 500_000;

    @Autowired
    private Caller caller;

    @Test
    void runsNothingThatIsWrittenIntoItsMarkup(Page page) throws Exception {
        assertThat(caller.get("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");

        page.run("""
                const script = document.createElement('script');
                script.textContent = 'window.intruder = true';
                document.body.append(script);
                document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.intruder = true">');
                """);
        page.await(
                "a refusal",
                () -> page.consoleErrors().stream().anyMatch(error -> error.contains("Content Security Policy")));

        assertThat(page.run("return window.intruder === undefined")).isEqualTo(true);
        page.consoleErrors();
    }

    @Test
    void opensEveryTabWithoutAComplaint(Page page) {
        page.click("Train");
        page.awaitStatus("Trained");
        for (String tab : List.of("Train", "Ask", "Look inside", "Runs", "Tour", "Watch")) {
            page.tab(tab);
            page.await(
                    "the tab " + tab,
                    () -> page.await(By.cssSelector("[role=tabpanel]"))
                            .getAccessibleName()
                            .equals(tab));
            Accessibility.check(page);
            assertThat(page.consoleErrors()).describedAs(tab).isEmpty();
        }
        assertThat((List<?>) page.run("return performance.getEntriesByType('resource').map(({ name }) => name)"))
                .hasSizeGreaterThan(20)
                .allMatch(name -> name.toString().startsWith("http://localhost:" + caller.port() + "/")
                        || name.toString().startsWith("data:"));
    }

    @Test
    void weighsLittle(Page page) {
        page.openForTheFirstTime();

        Object bytes = page.run(
                "return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                        + ".reduce((sum, { transferSize }) => sum + transferSize, 0)");

        assertThat(((Number) bytes).intValue()).isBetween(20_000, MOST_BYTES);
    }

    @Test
    void movesThroughItsTabsWithArrowKeys(Page page) {
        page.await(By.id("tab-train")).sendKeys(Keys.ARROW_RIGHT);
        page.await("Watch", () -> page.text().contains("Nothing is being trained"));
        page.await(By.id("tab-watch")).sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);

        page.await(
                "Tour",
                () -> page.await(By.id("tab-tour"))
                        .getDomAttribute("aria-selected")
                        .equals("true"));
        assertThat(page.run("return document.activeElement.id")).isEqualTo("tab-tour");
    }

    @Test
    void saysThatTheServiceIsAwayAndGoesOnWhenItIsBack(Page page) {
        page.offline(true);
        page.tab("Runs");
        page.await("away", () -> page.text().contains("The service does not answer."));

        page.offline(false);
        page.await("back", () -> !page.text().contains("The service does not answer. The page goes on"));
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void laysRunsOverOneAnotherAndForgetsThem(Page page) throws Exception {
        int first = train("{\"name\": \"slow\", \"training\": {\"learningRate\": 0.1}}");
        int second = train("{\"name\": \"fast\"}");
        page.tab("Runs");
        page.await(By.cssSelector("[aria-label='Lay over: job " + first + "']")).click();
        page.await("one curve", () -> page.curve().contains("job " + first));
        page.await(By.cssSelector("[aria-label='Delete job " + second + "']")).click();
        page.await("one run less", () -> !page.text().contains("job " + second));

        assertThat(caller.get("/jobs/" + second).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsInItsFootHowMuchIsStoredAndWhatIsFree(Page page) {
        page.await(
                "what is stored",
                () -> page.text()
                        .matches(
                                "(?s).*Stored: [\\d.]+ (kB|MB) of data sets, jobs and models\\. Free on the disk: \\d.*"));
        Accessibility.check(page);
    }

    private int train(String body) throws Exception {
        return Caller.json(caller.post("/train?wait=60", body)).get("id").asInt();
    }
}
