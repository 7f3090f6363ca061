package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class AskPageTests {

    @Autowired
    private Caller caller;

    @Test
    void asksTheModelThatWasTrainedLast(Page page) throws Exception {
        caller.post("/train?wait=60", "{}");
        page.open("#tab=ask");

        page.await("the answer", () -> page.text().contains("0.99"));
        assertThat(page.text()).contains("It has not seen this row in training.");
        assertThat(page.run("return document.querySelector('main .curl code').textContent"))
                .asString()
                .startsWith("curl 'http://localhost:")
                .contains("/predict?bits=0110&model=course&version=");
    }

    @Test
    void asksForTheColumnsOfAnUploadedFile(Page page) throws Exception {
        caller.send(caller.to("/datasets/pets?answers=kind")
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(
                        "weight,coat,kind\n3,soft,cat\n30,rough,dog\n4,soft,cat\n28,rough,dog\n")));
        caller.post("/train?wait=60", "{\"dataset\": \"pets\", \"preset\": \"classifier\"}");
        page.open("#tab=ask");

        page.await(
                "the columns",
                () -> page.text().contains("weight") && page.text().contains("coat"));
        page.type("weight", "31");
        page.type("coat", "rough\t");
        page.await("the answer", () -> page.text().contains("dog"));
    }
}
