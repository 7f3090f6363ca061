package dev.feedforward.generated;

import dev.feedforward.OpenApiJudge;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Distinct faults of answers, each with a line that shows it again, and how many answers there were by status. */
final class Faults {

    private static final int SHOWN = 500;

    private final Map<String, String> found = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final OpenApiJudge judge;
    private final int port;

    /** @param port at which the lines that show faults again find the service */
    Faults(OpenApiJudge judge, int port) {
        this.judge = judge;
        this.port = port;
    }

    /** How many answers had that status. */
    int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    void judge(Sent sent, HttpResponse<String> answer) {
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        List<String> faults = new ArrayList<>();
        if (status >= 500 && status != 503 && status != 507) {
            faults.add("is a fault of the service");
        }
        Insides.toldBy(answer).ifPresent(told -> faults.add("tells of the insides: " + told));
        try {
            if (status >= 400) {
                problem(answer, faults);
            }
            judge.check(sent.operation(), answer);
        } catch (AssertionError | JacksonException e) {
            faults.add("is not as documented: "
                    + String.valueOf(e.getMessage()).lines().limit(8).toList());
        }
        faults.forEach(fault -> add(sent, status + " " + fault, answer.body()));
    }

    private static void problem(HttpResponse<String> answer, List<String> faults) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            faults.add("is no problem+json");
            return;
        }
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        Stream.of("type", "title", "status", "detail", "action", "instance")
                .filter(member -> problem.path(member).asString("").isBlank())
                .forEach(member -> faults.add("has no " + member));
    }

    /** One of each kind is kept: of one operation, with the same words. */
    void add(Sent sent, String fault, String seen) {
        String kind = sent.operation() + ": " + fault.replaceAll("\"[^\"]*+\"|\\d{2,}", "…");
        found.putIfAbsent(
                start(kind, SHOWN / 2),
                "%s%n  %s%n  %s".formatted(start(fault, 2 * SHOWN), sent.curl(port), start(seen, SHOWN)));
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    List<String> all() {
        return found.entrySet().stream()
                .map(fault -> fault.getKey() + "\n  " + fault.getValue())
                .toList();
    }

    @Override
    public String toString() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum() + " answers, by status " + statuses;
    }
}
