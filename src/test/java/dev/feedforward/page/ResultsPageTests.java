package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page shows of how good a network is. */
@PageTest
class ResultsPageTests {

    @Autowired
    private Caller caller;

    @Test
    void marksWhereTheCoursesNetworkBreaksTheRule(Page page) {
        page.click("Train");
        page.awaitStatus("Trained");
        page.await("the rule's mistakes", () -> wrong(page).size() == 4);

        assertThat(wrong(page)).containsExactly("0100", "0101", "1100", "1101");
        assertThat(page.text()).contains("12 of 16 patterns agree with the rule .11.");
        assertThat(row(page, "0100")).contains("✗ wrong").contains("no");
        assertThat(row(page, "0111")).contains("✓ agrees").contains("● yes");

        page.type("Hold it against a rule: 1, 0, or . for either", ".1..");
        page.await(
                "the rule that was learned",
                () -> page.text().contains("16 of 16 patterns agree with the rule .1..")
                        && wrong(page).isEmpty());
        page.type("Hold it against a rule: 1, 0, or . for either", ".1.");
        assertThat(page.text()).contains("A rule for this network has 4 signs, each 1, 0 or a dot.");
        assertThat(matrix(page)).containsExactly("2", "", "", "2");
        Accessibility.check(page);
    }

    @Test
    void showsEveryPatternOfEightBits(Page page) throws Exception {
        String inputs = IntStream.range(0, 64)
                .mapToObj(i ->
                        "\"%s\"".formatted(Integer.toBinaryString(256 + 3 * i).substring(1)))
                .collect(Collectors.joining(","));
        String answers =
                IntStream.range(0, 64).mapToObj(i -> 3 * i > 127 ? "1" : "0").collect(Collectors.joining(","));
        watch(
                page,
                "{\"name\": \"eight\", \"inputs\": [%s], \"answers\": [%s], \"training\": {\"iterations\": 5}}"
                        .formatted(inputs, answers));

        page.await("all patterns", () -> rows(page).size() == 256);
        page.type("Hold it against a rule: 1, 0, or . for either", "1.......");
        page.await("mistakes", () -> page.text().contains("patterns agree with the rule 1......."));
        int mistakes = wrong(page).size();
        page.await(By.xpath("//label[normalize-space()='Only those that are wrong']/input"))
                .click();
        page.await("mistakes alone", () -> rows(page).size() == mistakes);
        assertThat(mistakes).isBetween(1, 255);
    }

    @Test
    void fillsTheConfusionMatrixWhileItTrains(Page page) throws Exception {
        page.open("#tab=train&source=builtin&dataset=circle&hidden=6&activation=tanh&bias=yes&learningRate=0.03"
                + "&optimizer=adam&loss=binary_cross_entropy&length=200000000");
        page.click("Train");
        page.awaitStatus("Training");

        page.await("the confusion matrix", () -> sum(matrix(page)) == 250);
        assertThat(confusion(page)).contains("Answers in the test").contains(" of 250 are right");
        String early = iterations(page);
        page.await("another look", () -> !iterations(page).equals(early));
        page.await(
                "an answer that is right",
                () -> Integer.parseInt("0" + matrix(page).get(0)) > 100);
        assertThat(page.run("return document.querySelector('.confusion .curl code').textContent"))
                .asString()
                .matches("curl '.*/jobs/\\d+/evaluation'");
        Accessibility.check(page);

        page.click("Cancel");
        page.awaitStatus("Cancelled");
    }

    @Test
    void showsTheDigitsThatItGotWrong(Page page) throws Exception {
        watch(
                page,
                "{\"name\": \"few-digits\", \"dataset\": {\"name\": \"digits\", \"samples\": 500},"
                        + " \"preset\": \"classifier\", \"network\": {\"hidden\": [8]}, \"training\": {\"epochs\": 5}}");

        page.await("pictures", () -> !pictures(page).isEmpty());
        assertThat(page.text()).containsPattern("\\d+ of 100 are wrong");
        assertThat(pictures(page).get(0)).matches("Is \\d✗ \\d, \\d+ %");
        assertThat(matrix(page)).hasSize(100);
        assertThat(sum(matrix(page))).isEqualTo(100);
        Accessibility.check(page);
    }

    @Test
    void listsTheRowsThatItGotWrong(Page page) throws Exception {
        upload("noise?answers=kind&test=0.5", "x,kind\n" + "5,a\n5,b\n6,b\n5,b\n".repeat(10));
        watch(page, "{\"dataset\": \"noise\", \"preset\": \"classifier\", \"training\": {\"epochs\": 3}}");

        page.await("the rows", () -> page.text().contains("What it got wrong"));
        assertThat(page.await(By.cssSelector(".mistakes")).getText())
                .contains("Answered")
                .contains(" of 20 are wrong");
        assertThat(page.text()).doesNotContain("Truth table");
    }

    @Test
    void listsTheRowsOfWhichNumbersAreFarthestOff(Page page) throws Exception {
        upload(
                "slope?answers=y",
                "x,y\n"
                        + IntStream.range(10, 40)
                                .mapToObj(i -> i + "," + (2 * i + i % 3))
                                .collect(Collectors.joining("\n")));
        watch(page, "{\"dataset\": \"slope\", \"preset\": \"regressor\", \"training\": {\"epochs\": 3}}");

        page.await("the rows", () -> page.text().contains("Where it is farthest off"));
        assertThat(page.await(By.cssSelector(".mistakes")).getText()).contains("Off by");
        assertThat(page.text()).doesNotContain("Truth table").doesNotContain("Answers in");
    }

    /** Opens the page on a job that has ended. */
    private void watch(Page page, String body) throws Exception {
        var job = Caller.json(caller.post("/train?wait=60", body));
        page.open("#tab=watch&job=" + job.get("id").asLong());
        page.awaitStatus("Trained");
    }

    private void upload(String path, String csv) throws Exception {
        caller.send(caller.to("/datasets/" + path)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv)));
    }

    private static List<?> rows(Page page) {
        return texts(page, ".truth-table tbody tr");
    }

    private static List<String> wrong(Page page) {
        return texts(page, ".truth-table .wrong th");
    }

    private static String row(Page page, String bits) {
        return texts(page, ".truth-table tbody tr").stream()
                .filter(row -> row.startsWith(bits))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> matrix(Page page) {
        return texts(page, ".matrix tbody td:not(.share)");
    }

    private static int sum(List<String> counts) {
        return counts.stream()
                .filter(count -> !count.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static String confusion(Page page) {
        return page.await(By.cssSelector(".confusion")).getText();
    }

    private static String iterations(Page page) {
        return page.await(By.cssSelector(".confusion .facts")).getText();
    }

    private static List<String> pictures(Page page) {
        return texts(page, ".wrong-pictures li");
    }

    /** At one moment: what is drawn anew meanwhile would be stale. */
    private static List<String> texts(Page page, String selector) {
        List<?> found = (List<?>) page.run(
                "return [...document.querySelectorAll(arguments[0])].map(({textContent}) => textContent)", selector);
        return found == null ? List.of() : found.stream().map(String::valueOf).toList();
    }
}
