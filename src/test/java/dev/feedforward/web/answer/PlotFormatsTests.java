package dev.feedforward.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.plot.Plottable;
import dev.feedforward.plot.curve.Curve;
import dev.feedforward.plot.curve.Curves;
import dev.feedforward.web.ServiceTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@ServiceTest
@AutoConfigureMockMvc
@Import(PlotFormatsTests.CostController.class)
class PlotFormatsTests {

    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";
    private static final String FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String IMG_ELEMENT = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    @Autowired
    MockMvcTester http;

    record CostHistory(long job, double[] iteration, double[] cost) implements Plottable {

        @Override
        public String fileName() {
            return "job-" + job + "-cost";
        }

        @Override
        public Curves plot() {
            return new Curves(
                    "Cost",
                    "iteration",
                    "cost",
                    "iteration",
                    iteration,
                    List.of(new Curve("cost", "cost", cost, true)));
        }
    }

    @RestController
    static class CostController {

        @GetMapping(
                path = "/cost-sample",
                produces = {"application/json", "text/csv", "image/svg+xml", "image/png", "text/plain"})
        CostHistory cost() {
            return new CostHistory(7, new double[] {0, 10}, new double[] {0.5, 0.25});
        }

        @GetMapping(
                path = "/missing-sample",
                produces = {"application/json", "text/csv"})
        CostHistory missing() {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", CHROME, FIREFOX, "application/*"})
    void answersJsonWhenNothingElseIsPreferred(String accept) {
        assertThat(get("/cost-sample", accept))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo("{\"job\":7,\"iteration\":[0.0,10.0],\"cost\":[0.5,0.25]}");
    }

    @Test
    void answersJsonWhenAcceptIsAbsent() {
        assertThat(get("/cost-sample", null)).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv;charset=utf-8 | iteration,cost",
                "image/svg+xml | image/svg+xml | <svg",
                "image/png | image/png | PNG",
                "text/plain | text/plain;charset=utf-8 | █",
                "text/csv, application/json;q=0.5 | text/csv;charset=utf-8 | iteration,cost",
                IMG_ELEMENT + " | image/svg+xml | <svg"
            })
    void answersInTheFormatWhenAcceptAsksForIt(String accept, String contentType, String content) {
        assertAnswer(get("/cost-sample", accept), contentType, content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | application/json | {",
                "csv | text/csv;charset=utf-8 | iteration,cost",
                "svg | image/svg+xml | <svg",
                "png | image/png | PNG",
                "txt | text/plain;charset=utf-8 | █"
            })
    void answersInTheFormatWhenTheParameterSaysOtherwiseThanAccept(String format, String type, String content) {
        assertAnswer(get("/cost-sample?format=" + format, CHROME), type, content);
        assertAnswer(get("/cost-sample?format=" + format, "image/png"), type, content);
    }

    @Test
    void namesTheFileAndItsLengthWhenNotJson() throws Exception {
        var answer = get("/cost-sample?format=csv", null).getResponse();

        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).isEqualTo("inline; filename=\"job-7-cost.csv\"");
        assertThat(answer.getContentAsString()).isEqualTo("iteration,cost\n0,0.5\n10,0.25\n");
        assertThat(answer.getHeader(HttpHeaders.CONTENT_LENGTH)).isEqualTo("29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "html", "xml"})
    void isNotAcceptableAndSaysSoWhenTheFormatIsUnknown(String format) {
        assertThat(get("/cost-sample?format=" + format, "*/*"))
                .hasStatus(HttpStatus.NOT_ACCEPTABLE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("cannot be written as format=" + format + "; it can be json, csv, svg, png, txt.");
    }

    @Test
    void isNotAcceptableWhenAcceptAsksForAnotherType() {
        assertThat(get("/cost-sample", "application/pdf")).hasStatus(HttpStatus.NOT_ACCEPTABLE);
    }

    @Test
    void answersAProblemWhenTheHandlerFailsWhateverTheFormat() {
        assertThat(get("/missing-sample?format=csv", null))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static void assertAnswer(MvcTestResult answer, String contentType, String content) {
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_TYPE)).isEqualToIgnoringCase(contentType);
        assertThat(answer).bodyText().contains(content);
    }

    private MvcTestResult get(String uri, @Nullable String accept) {
        var request = http.get().uri(uri);
        return (accept == null ? request : request.header(HttpHeaders.ACCEPT, accept)).exchange();
    }
}
