package dev.feedforward.web.query;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.web.address.Curl;
import dev.feedforward.web.answer.PlotFormats;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells all that is wrong with the parameters of one call: names that it does not take, and those that say nothing. */
@Component
class QueryFaults {

    /** Of more than these only the first are looked into and told. */
    private static final int TOLD = 20;

    private final OtherPlaces elsewhere;

    QueryFaults(OtherPlaces elsewhere) {
        this.elsewhere = elsewhere;
    }

    /**
     * @param taken the parameters that the call takes, each with its type
     * @throws ServiceException if others are there, or one twice, or without a value
     */
    void check(HttpServletRequest request, HandlerMethod method, Map<String, Class<?>> taken) {
        Query query = Query.of(request);
        List<String> faults = new ArrayList<>();
        Map<String, String> meant = new LinkedHashMap<>();
        boolean renamingMends = true;
        for (Map.Entry<String, List<String>> said : query.values().entrySet()) {
            if (faults.size() >= TOLD) {
                faults.add("There is more.");
                renamingMends = false;
                break;
            }
            Class<?> type = taken.get(said.getKey());
            if (type != null) {
                List<String> wrong =
                        values(said.getKey(), type, said.getValue(), KnownParameters.mayBeEmpty(method, said.getKey()));
                renamingMends &= wrong.isEmpty();
                faults.addAll(wrong);
                continue;
            }
            Optional<String> nearest = nearest(said.getKey(), taken, query);
            nearest.ifPresent(name -> meant.put(said.getKey(), name));
            renamingMends &= nearest.isPresent();
            faults.add(unknown(said.getKey(), nearest, request, method));
        }
        if (!faults.isEmpty()) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    String.join(" ", faults),
                    renamingMends
                            ? "Write: " + Curl.again(request, query.renamed(meant))
                            : instead(request, taken.keySet().stream().toList()));
        }
    }

    private static Optional<String> nearest(String name, Map<String, Class<?>> taken, Query query) {
        List<String> free = taken.keySet().stream()
                .filter(other -> !query.values().containsKey(other))
                .toList();
        return NearestName.of(name, free);
    }

    private String unknown(String name, Optional<String> nearest, HttpServletRequest request, HandlerMethod method) {
        String unknown = "\"%s\" is not a parameter of %s".formatted(shorten(name), call(request));
        return nearest.map(meant -> unknown + ": did you mean \"" + meant + "\"?")
                .or(() -> elsewhere.of(name, request, method).map(place -> unknown + ": " + place + "."))
                .orElse(unknown + ".");
    }

    private static List<String> values(String name, Class<?> type, List<String> values, boolean mayBeEmpty) {
        List<String> faults = new ArrayList<>();
        if (values.size() > 1 && !KnownParameters.isList(type)) {
            faults.add("\"%s\" is there %d times, with the values %s; it is taken once."
                    .formatted(name, values.size(), shorten(String.join(" and ", values))));
        } else if (values.contains("") && !mayBeEmpty && isLostWithoutValue(name, type)) {
            faults.add("\"%s\" is there without a value.".formatted(name));
        }
        return faults;
    }

    /** Spring MVC takes such a parameter for one that is left out; of texts and lists the call tells what it misses. */
    private static boolean isLostWithoutValue(String name, Class<?> type) {
        return name.equals(PlotFormats.PARAMETER) || !(type == String.class || KnownParameters.isList(type));
    }

    private static String instead(HttpServletRequest request, List<String> taken) {
        return taken.isEmpty()
                ? "Leave it out: %s takes no parameters.".formatted(call(request))
                : "Correct it, or leave it out: %s takes %s.".formatted(call(request), String.join(", ", taken));
    }

    private static String call(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
