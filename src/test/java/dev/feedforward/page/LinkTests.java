package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

@PageTest
class LinkTests {

    @Test
    void bringsTheWholeConfigurationBack(Page page) {
        page.source("Built in");
        page.choose("Data set", "circle");
        page.type("Noise (percent)", "12");
        page.click("+ Add a hidden layer");
        page.await(By.cssSelector("[aria-label='More neurons in hidden layer 2']"))
                .click();
        page.choose("Hidden activation", "gelu");
        page.choose("Optimiser", "momentum");
        page.type("Learning rate", "0.05");
        page.choose("Counted in", "iterations");
        page.type("Iterations", "1234");
        page.type("Batch size", "16");
        page.type("Seed", "7");
        page.type("Name of the model", "a.b-c_d");
        String call = page.curl();
        assertThat(call)
                .contains(
                        "\"dataset\":{\"name\":\"circle\",\"noise\":12}", "\"hidden\":[6,7]", "\"activation\":\"gelu\"")
                .contains("\"optimizer\":\"momentum\"", "\"learningRate\":0.05", "\"iterations\":1234")
                .contains("\"batchSize\":16", "\"seed\":7", "\"name\":\"a.b-c_d\"");
        page.await(
                "the link", () -> page.link().contains("seed=7") && page.link().contains("a.b-c_d"));
        String hash = page.link().substring(page.link().indexOf('#'));

        page.open(hash);

        assertThat(page.curl()).isEqualTo(call);
        assertThat(page.field("Iterations").getDomProperty("value")).isEqualTo("1234");
        assertThat(page.field("Hidden activation").getDomProperty("value")).isEqualTo("gelu");
        assertThat(page.text()).doesNotContain("could not be read");
    }

    @Test
    void bringsTypedRowsBack(Page page) {
        page.source("Typed rows");
        page.type("Rows to learn from", "1.5, 2 & + % cat\n-3, 4e2 dog");
        page.await("a fault", () -> page.text().contains("Line 1"));
        page.type("Rows to learn from", "1.5, 2 cat\n-3, 4e2 dog");
        String call = page.curl();
        assertThat(call).contains("[[1.5,2],[-3,400]]", "[\"cat\",\"dog\"]");
        page.await("the link", () -> page.link().contains("dog"));

        page.open(page.link().substring(page.link().indexOf('#')));

        assertThat(page.curl()).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#source=<img src=x onerror=alert(1)>&name=\"><script>alert(1)</script>",
                "#hidden=1e9,-4,0&learningRate=NaN&length=-1&seed=99999999999999999999",
                "#hidden=4,1000001",
                "#__proto__=x&constructor=y&hasOwnProperty=z&toString=1",
                "#%E0%A4%A&%%%&=&&&===#",
                "#{\"hidden\":[4]}",
                "#learningRate=1e999&activation=eval&dataset=../../etc/passwd",
                "#rows=<script>alert(1)</script>&source=rows",
            })
    void showsTheDefaultsForWhatCannotBeRead(String hash, Page page) {
        page.open(hash);

        assertThat(page.text()).contains("could not be read");
        assertThat(page.await(By.cssSelector(".go")).getText()).isEqualTo("Train");
        assertThat(page.run("return document.querySelectorAll('#app script, #app [onerror], #app img[src=x]').length"))
                .isEqualTo(0L);
        page.source("The course’s example");
        assertThat(page.curl()).contains("'{}'");
    }

    @Test
    void showsTheDefaultsForALinkThatIsFarTooLong(Page page) {
        page.open("#rows=" + "1".repeat(50_000));

        assertThat(page.text()).contains("too long");
        assertThat(page.curl()).contains("'{}'");
    }

    @Test
    void saysWhenTheJobOfALinkIsGone(Page page) {
        page.open("#tab=watch&job=987654321");

        assertThat(page.await(By.cssSelector(".problem")).getText()).contains("987654321");
        assertThat(page.consoleErrors()).allMatch(error -> error.contains("404"));
    }
}
