package dev.feedforward.web.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What browsers are told of answers. */
@FeedforwardTest
class SafeHeadersTests {

    private static final String POLICY = "Content-Security-Policy";

    @Autowired
    private Caller caller;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models",
                "/cost?format=svg",
                "/cost?format=png",
                "/cost?format=csv",
                "/models/headers/versions/1/numpy",
                "/jobs/1/events",
                "/jobs/999",
                "/nowhere",
                "/cost?x=%FF",
                "/cost?x=1",
                "/v3/api-docs",
                "/actuator/health",
                "/swagger-ui.html"
            })
    void letNothingBeLoadedForWhatIsNoPage(String path) throws Exception {
        caller.post("/train?wait=60", "{\"name\": \"headers\", \"training\": {\"iterations\": 10}}");

        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.headers().allValues(POLICY)).containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/js/app.js", "/problems", "/problems/not-found", "/swagger-ui/index.html"})
    void letNobodyFrameAPage(String path) throws Exception {
        assertThat(caller.get(path).headers().allValues(POLICY))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .endsWith("; frame-ancestors 'none'");
    }

    @Test
    void letSwaggerUiAskThisServiceAlone() throws Exception {
        assertThat(caller.get("/swagger-ui/index.html")
                        .headers()
                        .firstValue(POLICY)
                        .orElseThrow())
                .contains("script-src 'self';", "connect-src 'self';");
        assertThat(caller.get("/swagger-ui/swagger-initializer.js").body())
                .contains("/v3/api-docs")
                .doesNotContain("petstore", "https:");
    }
}
