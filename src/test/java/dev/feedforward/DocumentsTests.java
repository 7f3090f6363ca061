package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for those who change the service is true as far as that can be told. */
class DocumentsTests {

    private static final Path SOURCES = Path.of("src/main/java/dev/feedforward");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\A/\\*\\*(.*?)\\*/");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGES.md", "docs/architecture.md"})
    void leadToFilesThatAreThere(String document) throws IOException {
        Path folder = Path.of(document).toAbsolutePath().getParent();

        assertThat(LINK.matcher(Files.readString(Path.of(document)))
                        .results()
                        .map(link -> folder.resolve(link.group(1))))
                .allMatch(Files::exists);
    }

    @Test
    void nameEveryRoomWithItsSentence() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .takeWhile(line -> !line.startsWith("| `web.connection`, "))
                .toList();

        assertThat(rows).containsExactlyElementsOf(rooms());
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .sorted(Comparator.comparing(Path::getParent))
                    .map(file -> "| `%s` | %s |".formatted(name(file.getParent()), sentence(file)))
                    .toList();
        }
    }

    private static String name(Path room) {
        String name = SOURCES.relativize(room).toString().replace('/', '.');
        return name.isEmpty() ? "dev.feedforward" : name;
    }

    private static String sentence(Path packageInfo) {
        try {
            MatchResult found = SENTENCE.matcher(Files.readString(packageInfo))
                    .results()
                    .findFirst()
                    .orElseThrow();
            return found.group(1)
                    .replaceAll("\n \\*", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
