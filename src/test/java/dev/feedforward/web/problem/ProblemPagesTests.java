package dev.feedforward.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.error.Addressed;
import dev.feedforward.error.ProblemType;
import dev.feedforward.web.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

@ServiceTest
class ProblemPagesTests {

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @EnumSource
    void explainsEveryProblem(ProblemType type) throws Exception {
        HttpResponse<String> page = caller.get(type.uri());
        String remedy = type.remedy().replace(Addressed.SERVICE, "http://localhost:" + caller.port());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body())
                .contains(HtmlUtils.htmlEscape(type.title()), HtmlUtils.htmlEscape(type.explanation()))
                .contains(HtmlUtils.htmlEscape(remedy), "HTTP status " + type.status())
                .doesNotContain("{{", "<script");
    }

    @Test
    void listsEveryProblem() throws Exception {
        String index = caller.get("/problems").body();
        for (ProblemType type : ProblemType.values()) {
            assertThat(index).contains("href=\"" + type.uri() + "\"");
        }
    }

    @Test
    void answersProblemWhenThereIsNoSuchPage() throws Exception {
        HttpResponse<String> answer = caller.get("/problems/none");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.json(answer).get("detail").stringValue()).isEqualTo("There is no problem \"none\".");
    }

    @Test
    void keepsPagesOutOfTheApiDocument() throws Exception {
        assertThat(Caller.json(caller.get("/v3/api-docs")).get("paths").propertyNames())
                .contains("/sample")
                .doesNotContain("/problems", "/problems/{slug}");
    }
}
