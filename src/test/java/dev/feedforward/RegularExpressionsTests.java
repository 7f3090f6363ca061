package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java's matcher goes one call deeper for each round of a group that may be taken back: 1,500 end in an overflow. */
class RegularExpressionsTests {

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");

    /** A group that is repeated without bound, greedily or reluctantly. */
    private static final Pattern RECURSIVE = Pattern.compile("\\)(?:[*+]|\\{\\d+,\\})(?!\\+)");

    @Test
    void repeatGroupsOnlyPossessively() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> literals(file).stream()
                                    .filter(literal ->
                                            RECURSIVE.matcher(literal).find())
                                    .map(literal -> file.getFileName() + ": " + literal)))
                    .isEmpty();
        }
    }

    @Test
    void wouldBeFound() {
        assertThat(Stream.of("(a|b)*", "(a|b)+", "(a|b){2,}", "(a|b)*?"))
                .allMatch(pattern -> RECURSIVE.matcher(pattern).find());
        assertThat(Stream.of("(a|b)*+", "(a|b)++", "(a|b){2}", "[ab]*"))
                .noneMatch(pattern -> RECURSIVE.matcher(pattern).find());
    }

    private static List<String> literals(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> LITERAL.matcher(line).results().map(found -> found.group()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
