package dev.feedforward.generated;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no answer may tell: names of classes, lines of stacks, addresses of objects, and places on the machine. */
final class Insides {

    private static final Pattern CODE =
            Pattern.compile("\\b(?:java|javax|jakarta|sun|jdk|org|com|tools|dev)\\.[a-z]\\w*+\\.(?:\\w++\\.)*+[A-Z]\\w+"
                    + "|\\bat [\\w.$]++\\(\\w++\\.java:\\d+\\)|\\[L[\\w.$]+;|\\[+[BCDFIJSZ]@|[A-Za-z$]\\w*+@[0-9a-f]{5,8}\\b"
                    + "|\\b[A-Z]\\w+Exception\\b");

    private static final List<String> PLACES = Stream.of("user.dir", "user.home", "java.home", "java.io.tmpdir")
            .map(System::getProperty)
            .filter(place -> place.length() > 3)
            .toList();

    private Insides() {}

    /** The first such thing; pictures of points are bytes of no meaning. */
    static Optional<String> toldBy(HttpResponse<String> answer) {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("image/png")) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(answer.body());
        return code.find()
                ? Optional.of(code.group())
                : PLACES.stream().filter(answer.body()::contains).findFirst();
    }
}
