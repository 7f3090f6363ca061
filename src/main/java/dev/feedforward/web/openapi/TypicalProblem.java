package dev.feedforward.web.openapi;

import dev.feedforward.error.Faults;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.web.problem.ProblemAnswer;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Problems as an operation typically answers them, for its documentation. */
final class TypicalProblem {

    private static final Pattern PARAMETER = Pattern.compile("parameter (\\w+) is");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");
    private static final String UNKNOWN = "verbose";
    private static final Pattern QUOTED = Pattern.compile("(?:model|data set) \"(.*?)\"");

    private TypicalProblem() {}

    /** What {@code operation}, as {@code method} at {@code path}, answers when it meets a problem of {@code type}. */
    static Object of(ProblemType type, Operation operation, PathItem.HttpMethod method, String path) {
        ServiceException problem = switch (type) {
            case INVALID_REQUEST, INVALID_DATASET -> invalidBody(type);
            case INVALID_PARAMETER -> invalidParameter(operation, method + " " + path);
            default -> new ServiceException(type, type.typicalDetail(), type.remedy());
        };
        String asked = asked(path, problem.problem().detail());
        return Objects.requireNonNull(
                ProblemAnswer.of(problem, HttpHeaders.EMPTY, asked).getBody());
    }

    /** Its typical detail is a pointer, a colon and what is wrong there. */
    private static ServiceException invalidBody(ProblemType type) {
        String[] parts = type.typicalDetail().split(": ", 2);
        Faults faults = new Faults();
        faults.add(parts[0], parts[1]);
        return new InvalidRequestException(type, faults);
    }

    /** Of the first that is a number, or else one that is none of the call's. */
    private static ServiceException invalidParameter(Operation operation, String call) {
        return parameters(operation)
                .filter(parameter -> parameter.getSchema().getTypes().contains("integer"))
                .map(Parameter::getName)
                .findFirst()
                .map(name -> new ServiceException(
                        ProblemType.INVALID_PARAMETER,
                        "The parameter %s is \"one\", which is not a whole number.".formatted(name),
                        "Give %s as a whole number.".formatted(name)))
                .orElseGet(() -> new ServiceException(
                        ProblemType.INVALID_PARAMETER,
                        "\"%s\" is not a parameter of %s.".formatted(UNKNOWN, asked(call, "")),
                        "Leave it out."));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(Collection::stream);
    }

    /** The path with its variables as the problem's detail tells them, or else the course's. */
    private static String asked(String path, String detail) {
        String wrong = first(PARAMETER, detail, "");
        return path.replace("{" + wrong + "}", "one")
                .replace("{id}", first(NUMBER, detail, "1"))
                .replace("{name}", wrong.isEmpty() ? first(QUOTED, detail, "course") : "course")
                .replace("{version}", "1");
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }
}
