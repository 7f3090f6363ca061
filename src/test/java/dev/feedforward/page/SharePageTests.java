package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class SharePageTests {

    private static final int PAGE = 20;

    @Autowired
    private Caller caller;

    @Test
    void savesTheModelAsTheServiceTellsIt(Page page) throws Exception {
        JsonNode job = train("{}");
        page.open("#tab=watch&job=" + job.get("id").asLong());
        page.await("the model", () -> page.text().contains("It is stored as course"));
        String path = job.get("links").get("model").asString();
        JsonNode model = Caller.json(caller.get(path));

        assertThat(JsonMapper.shared().readTree(page.download("result", "JSON")))
                .isEqualTo(model);
        assertThat(new String(page.download("result", "numpy script"), StandardCharsets.UTF_8))
                .contains("import numpy")
                .isEqualTo(caller.get(path + "/numpy").body());
        assertThat(page.links("result", "ONNX")).hasSize(model.get("links").has("onnx") ? 1 : 0);
    }

    @Test
    void savesTheCurve(Page page) throws Exception {
        long job = train("{}").get("id").asLong();
        page.open("#tab=watch&job=" + job);
        page.await("the curve", () -> page.curve().contains("to 0.00485"));
        String cost = "/jobs/" + job + "/cost?format=";

        assertThat(page.download("curve", "PNG"))
                .hasSizeGreaterThan(2000)
                .startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        assertThat(new String(page.download("curve", "SVG"), StandardCharsets.UTF_8))
                .isEqualTo(caller.get(cost + "svg").body());
        assertThat(new String(page.download("curve", "CSV"), StandardCharsets.UTF_8))
                .isEqualTo(caller.get(cost + "csv").body());
    }

    @Test
    void callsFilesAsTheServiceDoes(Page page) throws Exception {
        long first = train("{}").get("id").asLong();
        long second = train("{\"training\": {\"learningRate\": 0.5}}").get("id").asLong();
        String compared = "/compare?jobs=" + first + "," + second;

        page.open("#tab=runs&compare=" + first + "," + second);
        for (String format : List.of("svg", "png", "csv")) {
            assertThat(page.save("compared", format.toUpperCase(Locale.ROOT)).name())
                    .isEqualTo(fileName(compared + "&format=" + format));
        }
        page.open("#tab=watch&job=" + first);
        for (String format : List.of("svg", "png", "csv")) {
            assertThat(page.save("curve", format.toUpperCase(Locale.ROOT)).name())
                    .isEqualTo(fileName("/jobs/" + first + "/cost?format=" + format));
        }
    }

    private String fileName(String path) throws Exception {
        String disposition =
                caller.get(path).headers().firstValue("Content-Disposition").orElseThrow();
        return disposition.substring(disposition.indexOf('"') + 1, disposition.lastIndexOf('"'));
    }

    @Test
    void bringsAComparisonBackByItsLink(Page page) throws Exception {
        long slow = train("{\"name\": \"slow\", \"training\": {\"learningRate\": 0.1}}")
                .get("id")
                .asLong();
        long fast = train("{\"name\": \"fast\", \"training\": {\"optimizer\": \"adam\", \"learningRate\": 0.1}}")
                .get("id")
                .asLong();
        page.tab("Runs");
        page.await(By.cssSelector("[aria-label='Lay over: job " + slow + "']")).click();
        page.await(By.cssSelector("[aria-label='Lay over: job " + fast + "']")).click();
        page.await("the link", () -> page.link().contains("compare=" + slow + "%2C" + fast));
        String hash = page.link().substring(page.link().indexOf('#'));

        page.open(hash);

        page.await(
                "both curves",
                () -> page.curve().contains("job " + slow) && page.curve().contains("job " + fast));
        WebElement table = page.await(By.cssSelector(".comparison"));
        List<String> rows = Objects.requireNonNull(table.getDomProperty("innerText"))
                .replace('\t', ' ')
                .lines()
                .map(String::strip)
                .toList();
        assertThat(rows)
                .containsSubsequence(
                        "job " + slow + " slow job " + fast + " fast",
                        "Settings in which they differ",
                        "optimizer sgd adam",
                        "What came of them",
                        "status succeeded succeeded")
                .doesNotContain("learning rate 0.1 0.1")
                .anyMatch(row -> row.matches("cost \\S+ \\S+ best"));
        Accessibility.check(page);
    }

    @Test
    void showsEarlierRunsToo(Page page) throws Exception {
        long first = train("{\"name\": \"many\", \"training\": {\"iterations\": 1}}")
                .get("id")
                .asLong();
        for (int i = 0; i < PAGE; i++) {
            train("{\"name\": \"many\", \"training\": {\"iterations\": 1}}");
        }
        page.tab("Runs");
        page.await(By.cssSelector(".runs-table tbody tr"));
        assertThat(page.run("return document.querySelectorAll('.runs-table tbody tr').length"))
                .isEqualTo((long) PAGE);

        page.click("Show earlier ones");

        page.await(By.cssSelector("[aria-label='Watch job " + first + "']")).click();
        page.await(
                "the run",
                () -> page.link().contains("tab=watch") && page.link().contains("job=" + first));
        assertThat(page.run("return document.activeElement.id")).isEqualTo("panel");
    }

    @Test
    void goesOnFromAPastRunWithItsOwnRowsAndSettings(Page page) throws Exception {
        JsonNode job = train("{\"name\": \"ring\", \"dataset\": \"circle\", \"preset\": \"classifier\","
                + " \"training\": {\"epochs\": 2}}");
        page.open("#tab=watch&job=" + job.get("id").asLong());

        page.click("One iteration");
        page.await("one iteration", () -> page.figure("Iteration").equals("1 of 1"));
        page.awaitStatus("Trained");

        JsonNode model = Caller.json(caller.get("/models/ring"));
        assertThat(model.get("training").get("optimizer").get("name").asString())
                .isEqualTo("adam");
        assertThat(model.get("provenance").get("dataset").get("name").asString())
                .isEqualTo("circle");
    }

    @Test
    void doesNotGoOnWithRowsThatItDoesNotKnow(Page page) throws Exception {
        JsonNode job = train("{\"name\": \"own\", \"inputs\": [\"01\", \"10\"], \"answers\": [1, 0]}");
        page.open("#tab=watch&job=" + job.get("id").asLong());

        WebElement button = page.await(By.xpath("//main//button[normalize-space()='One iteration']"));
        assertThat(button.isEnabled()).isFalse();
        assertThat(button.getDomAttribute("title")).contains("not known here");
    }

    private JsonNode train(String body) throws Exception {
        return Caller.json(caller.post("/train?wait=60", body));
    }
}
