package dev.feedforward.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds where a name belongs that is not a parameter of a call: in its body, or to a call nearby. */
@Component
class OtherPlaces {

    private final KnownParameters known;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OtherPlaces(
            KnownParameters known,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.known = known;
        this.mappings = mappings;
    }

    /**
     * A clause such as {@code it is one with a body of text/csv}; empty where the name is known nowhere near.
     *
     * @param method that the call came to
     */
    Optional<String> of(String name, HttpServletRequest request, HandlerMethod method) {
        Optional<String> inBody = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(body -> hasField(body, name))
                .findFirst()
                .map(body -> "it is a field of the JSON body");
        Optional<String> elsewhere = calls(name, request, method).map(call -> tell(call, request));
        return inBody.isPresent() && elsewhere.isPresent()
                ? Optional.of(inBody.get() + ", and " + elsewhere.get())
                : inBody.or(() -> elsewhere);
    }

    private static boolean hasField(Class<?> body, String name) {
        return body.isRecord()
                && Arrays.stream(body.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
    }

    /** The call that takes the parameter and has the same path or, plural or not, goes on from it. */
    private Optional<RequestMappingInfo> calls(String name, HttpServletRequest request, HandlerMethod method) {
        String path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String stem = path.endsWith("s") ? path.substring(0, path.length() - 1) : path;
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(other -> path(other.getKey()).startsWith(stem))
                .filter(other -> !other.getValue().getMethod().equals(method.getMethod()))
                .filter(other -> known.of(other.getValue()).containsKey(name))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(OtherPlaces::path));
    }

    private static String path(RequestMappingInfo call) {
        return call.getPatternValues().stream().findFirst().orElse("");
    }

    private static String tell(RequestMappingInfo other, HttpServletRequest request) {
        String path = path(other);
        Set<RequestMethod> methods = other.getMethodsCondition().getMethods();
        boolean same = path.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                && methods.contains(RequestMethod.resolve(request.getMethod()));
        return same
                ? "it is one with a body of "
                        + other.getConsumesCondition().getConsumableMediaTypes().stream()
                                .map(MediaType::toString)
                                .findFirst()
                                .orElse("another type")
                : "it is one of %s %s"
                        .formatted(
                                methods.stream().map(RequestMethod::name).collect(Collectors.joining(" and ")), path);
    }
}
