package dev.feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what somebody with a keyboard, a screen reader or weak eyes cannot use, by axe-core. */
final class Accessibility {

    private static final String AXE = source("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              ({ violations }) => done(violations.map(({ id, help, nodes }) =>
                `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + node.any.concat(node.all).map(({ message }) => message)).join(' | ')}`)),
              (failure) => done([String(failure)]));
            """;

    private Accessibility() {}

    /** Checks the page as it stands, on a desktop and on a phone, in light and in dark colours. */
    static void check(Page page) {
        for (String colours : List.of("light", "dark")) {
            page.colours(colours);
            page.desktop();
            assertThat(violations(page)).describedAs("desktop, " + colours).isEmpty();
            page.phone();
            assertThat(violations(page)).describedAs("phone, " + colours).isEmpty();
        }
        page.colours("light");
        page.desktop();
    }

    private static List<?> violations(Page page) {
        page.run("if (!window.axe) {" + AXE + "}");
        return (List<?>) page.runAsync(VIOLATIONS);
    }

    private static String source(String resource) {
        try (InputStream file = Accessibility.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
