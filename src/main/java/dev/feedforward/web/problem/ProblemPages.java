package dev.feedforward.web.problem;

import static dev.feedforward.computing.Computing.When.NEVER;
import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.address.CallersAddress;
import dev.feedforward.web.header.ContentPolicy;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The pages that a problem's type leads to, written for somebody who meets the problem first. */
@Hidden
@RestController
class ProblemPages {

    private final JsonMapper mapper;
    private final String style = resource("style.css");
    private final String page = resource("problem.html").replace("{{style}}", style);
    private final String index =
            resource("index.html").replace("{{style}}", style).replace("{{problems}}", links());

    /** Lets a browser apply the page's own style and load nothing at all. */
    private final String policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    ProblemPages(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Computing(NEVER)
    @GetMapping("/problems")
    ResponseEntity<String> index(HttpServletResponse response) {
        return html(index, response);
    }

    @Computing(NEVER)
    @GetMapping("/problems/{slug}")
    ResponseEntity<String> page(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        ProblemType type = ProblemType.forSlug(slug)
                .orElseThrow(() -> new ServiceException(
                        ProblemType.NOT_FOUND,
                        "There is no problem \"" + slug + "\".",
                        "See all problems: {service}/problems"));
        String text = page.replace("{{title}}", htmlEscape(type.title()))
                .replace("{{status}}", Integer.toString(type.status()))
                .replace("{{explanation}}", htmlEscape(type.explanation()))
                .replace("{{remedy}}", htmlEscape(type.remedy()))
                .replace("{{example}}", htmlEscape(example(type)));
        return html(CallersAddress.in(text, request), response);
    }

    private String example(ProblemType type) {
        ServiceException problem = new ServiceException(type, type.typicalDetail(), type.remedy());
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(problem.problem());
    }

    private ResponseEntity<String> html(String html, HttpServletResponse response) {
        // In place of the one for answers that are no pages; with a header of the entity there would be both.
        response.setHeader(ContentPolicy.HEADER, policy);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .body(html);
    }

    private static String links() {
        return Arrays.stream(ProblemType.values())
                .sorted(Comparator.comparingInt(ProblemType::status))
                .map(type -> "<li><span>%d</span><a href=\"%s\">%s</a></li>"
                        .formatted(type.status(), type.uri(), htmlEscape(type.title())))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource("problems/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar lacks problems/" + name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
