package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PageTest
class UploadPageTests {

    @Autowired
    private Caller caller;

    @TempDir
    private Path folder;

    @Test
    void trainsOnAnUploadedFile(Page page) throws Exception {
        Path file = Files.writeString(folder.resolve("my pets.csv"), "weight,kind,noise\n" + rows(60));
        page.source("Your file");
        page.await(By.id("upload-file")).sendKeys(file.toString());
        page.type("Column with the answers", "kind");
        page.type("Share to test with", "0.25");
        page.click("Upload");
        page.await("the data set", () -> page.text().contains("my-pets is stored: 60 rows"));

        JsonNode stored = Caller.json(caller.get("/datasets/my-pets"));
        assertThat(stored.get("testRows").asInt()).isEqualTo(15);
        assertThat(stored.get("answers").get(0).asString()).isEqualTo("kind");
        assertThat(page.curl()).contains("\"dataset\":\"my-pets\"", "\"preset\":\"classifier\"");
        Accessibility.check(page);

        page.click("Train");
        page.awaitStatus("Trained");
        assertThat(page.figure("Right in the test")).isEqualTo("100 %");
    }

    @Test
    void showsWhatAFileMayHaveMeantOtherwise(Page page) throws Exception {
        Path file = Files.writeString(folder.resolve("prices.csv"), "area,price\n40,\"1,250\"\n50,\"1,500\"\n");
        page.source("Your file");
        page.await(By.id("upload-file")).sendKeys(file.toString());
        page.click("Upload");

        assertThat(page.await(By.cssSelector(".upload .note")).getText())
                .contains("numbers with marks between thousands", "Write plain numbers");
        Accessibility.check(page);
    }

    @Test
    void showsWhatIsWrongWithAFile(Page page) throws Exception {
        Path file = Files.writeString(folder.resolve("torn.csv"), "a,b\n1,2\n3\n");
        page.source("Your file");
        page.await(By.id("upload-file")).sendKeys(file.toString());
        page.click("Upload");

        assertThat(page.await(By.cssSelector(".upload .problem")).getText()).contains("3");
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("422"));
    }

    /** Cats are light and dogs are heavy. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        i % 2 == 0 ? "%d,cat,%d".formatted(3 + i % 5, i % 7) : "%d,dog,%d".formatted(30 + i % 5, i % 7))
                .collect(Collectors.joining("\n"));
    }
}
