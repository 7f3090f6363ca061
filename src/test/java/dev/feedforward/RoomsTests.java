package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A room is a package: small enough to be looked over, and told in one sentence. */
class RoomsTests {

    private static final int MOST_FILES = 25;
    private static final Pattern ONE_SENTENCE =
            Pattern.compile("(?s)\\A/\\*\\*[^.]*\\w\\.\\s+\\*/\n@NullMarked\npackage .*");

    @ParameterizedTest
    @MethodSource("rooms")
    void holdNoMoreFilesThanCanBeLookedOver(Path room) throws IOException {
        assertThat(files(room)).hasSizeLessThanOrEqualTo(MOST_FILES);
    }

    @ParameterizedTest
    @MethodSource("roomsOfTheService")
    void areToldInOneSentence(Path room) throws IOException {
        assertThat(Files.readString(room.resolve("package-info.java"))).matches(ONE_SENTENCE);
    }

    private static Stream<Path> rooms() throws IOException {
        return Stream.concat(roomsOfTheService(), rooms("src/test/java"));
    }

    private static Stream<Path> roomsOfTheService() throws IOException {
        return rooms("src/main/java");
    }

    private static Stream<Path> rooms(String root) throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of(root))) {
            return folders.filter(Files::isDirectory).filter(RoomsTests::holdsFiles).toList().stream();
        }
    }

    private static boolean holdsFiles(Path folder) {
        try {
            return !files(folder).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path room) throws IOException {
        try (Stream<Path> files = Files.list(room)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
