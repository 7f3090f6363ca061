package dev.feedforward.web.problem;

import static dev.feedforward.error.ProblemType.INVALID_PARAMETER;
import static dev.feedforward.error.ProblemType.MALFORMED_JSON;
import static dev.feedforward.error.ProblemType.METHOD_NOT_ALLOWED;
import static dev.feedforward.error.ProblemType.NOT_ACCEPTABLE;
import static dev.feedforward.error.ProblemType.NOT_FOUND;
import static dev.feedforward.error.ProblemType.UNAVAILABLE;
import static dev.feedforward.error.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.name.NearestName;
import dev.feedforward.web.address.Curl;
import dev.feedforward.web.answer.PlotFormats;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Tells what Spring MVC objects to in the service's own words, with what to do about it. */
final class SpringProblems {

    private static final int SHOWN = 60;

    /** Types of files, with what people call them. */
    private static final List<Map.Entry<String, String>> FILES = List.of(
            Map.entry("text/csv", "CSV"),
            Map.entry("application/json", "JSON"),
            Map.entry("application/gzip", "the same compressed by gzip"));

    private SpringProblems() {}

    static ServiceException tell(Exception e, int status, HttpServletRequest request) {
        if (e instanceof NoResourceFoundException) {
            return nothingAt(request.getRequestURI());
        } else if (e instanceof HttpRequestMethodNotSupportedException wrong) {
            return wrongMethod(wrong, request);
        } else if (e instanceof HttpMediaTypeNotSupportedException unread) {
            return unreadType(unread, request);
        } else if (e instanceof HttpMediaTypeNotAcceptableException unwritten) {
            return unwrittenType(unwritten, request);
        } else if (e instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable, request);
        } else if (e instanceof TypeMismatchException mismatch) {
            return wrongParameter(mismatch);
        } else if (e instanceof HandlerMethodValidationException invalid) {
            return invalidParameters(invalid);
        } else if (e instanceof BindException unbound) {
            return invalidParameters(unbound);
        } else if (e instanceof MissingRequestValueException missing) {
            return usual(INVALID_PARAMETER, missing.getBody().getDetail());
        } else if (e instanceof AsyncRequestTimeoutException) {
            return usual(UNAVAILABLE, "The answer was not ready in time.");
        }
        return usual(
                ProblemType.forStatus(status),
                e instanceof ErrorResponse told ? told.getBody().getDetail() : e.getMessage());
    }

    static ServiceException nothingAt(String path) {
        return usual(NOT_FOUND, "There is nothing at " + path + ".");
    }

    private static ServiceException wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String[] methods = e.getSupportedMethods();
        String allowed = methods == null
                ? "no method"
                : String.join(", ", Arrays.stream(methods).sorted().toList());
        String path = request.getRequestURI();
        return new ServiceException(
                METHOD_NOT_ALLOWED,
                path + " takes " + allowed + ", not " + e.getMethod() + ".",
                methods == null ? METHOD_NOT_ALLOWED.remedy() : otherMethod(List.of(methods), request));
    }

    /** What Tomcat has refused, before anybody looked who would take it. */
    static ServiceException wrongMethod(String path, String method, Set<String> allowed) {
        return new ServiceException(
                METHOD_NOT_ALLOWED,
                path + " takes " + String.join(", ", allowed) + ", not " + method + ".",
                "Use " + String.join(" or ", allowed) + ".");
    }

    /** The methods of the calls at {@code path}; GET where there are none, as of files. */
    static Set<String> methods(String path, HttpServletRequest request) {
        PathContainer asked = PathContainer.parsePath(path);
        Set<String> methods = calls(request).stream()
                .filter(call -> call.getPathPatternsCondition() != null
                        && call.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(asked)))
                .flatMap(call -> call.getMethodsCondition().getMethods().stream())
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return methods.isEmpty() ? Set.of("GET") : methods;
    }

    /** Who sent something wants to send it, and who asked wants to see; nobody is shown how to delete. */
    private static String otherMethod(List<String> methods, HttpServletRequest request) {
        boolean sent = request.getContentLengthLong() > 0
                || List.of("POST", "PUT", "PATCH").contains(request.getMethod());
        if (sent && !methods.contains("PUT") && !methods.contains("POST") && takesUploadsBelow(request)) {
            return "Use PUT to upload, with a name in the path: " + Curl.uploadBelow(request);
        }
        List<String> order = sent ? List.of("PUT", "POST", "GET") : List.of("GET", "POST", "PUT");
        return order.stream()
                .filter(methods::contains)
                .findFirst()
                .map(method -> method.equals("PUT")
                        ? "Use PUT to upload: " + Curl.upload(request)
                        : "Use " + method + ": " + Curl.line(method, "", request))
                .orElse("Use " + String.join(" or ", methods) + ".");
    }

    private static ServiceException unreadType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        List<MediaType> read = e.getSupportedMediaTypes();
        MediaType type = e.getContentType();
        String came = "The body came " + (type == null ? "without a Content-Type" : "as " + type) + "; ";
        if (read.isEmpty() || read.get(0).equals(MediaType.APPLICATION_JSON)) {
            List<MediaType> also = alsoRead(request);
            String json = "Send it as JSON: " + Curl.json(request);
            return also.isEmpty()
                    ? new ServiceException(UNSUPPORTED_MEDIA_TYPE, came + "application/json is read here.", json)
                    : new ServiceException(
                            UNSUPPORTED_MEDIA_TYPE,
                            came + "application/json is read here, and as a file " + files(also) + ".",
                            json + "; or send a file as it is: " + file(request, also.get(0)));
        }
        return new ServiceException(
                UNSUPPORTED_MEDIA_TYPE,
                came + files(read) + " is read here.",
                type != null && type.getType().equals("multipart")
                        ? "Send the file itself in place of a form: " + Curl.upload(request)
                        : "Say what it is: " + file(request, read.get(0)));
    }

    private static String file(HttpServletRequest request, MediaType type) {
        String method = request.getMethod().equals("POST") ? "" : request.getMethod();
        return Curl.line(method, "-H 'Content-Type: " + type + "' --data-binary @FILE ", request);
    }

    /** The types of body that other methods for the same call read. */
    private static List<MediaType> alsoRead(HttpServletRequest request) {
        Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return calls(request).stream()
                .filter(call -> path != null && call.getPatternValues().contains(path.toString()))
                .flatMap(call -> call.getConsumesCondition().getConsumableMediaTypes().stream())
                .toList();
    }

    /** Whether what is sent to this path may have been meant for one with a name at its end. */
    private static boolean takesUploadsBelow(HttpServletRequest request) {
        String path = request.getRequestURI();
        return calls(request).stream()
                .filter(call -> call.getMethodsCondition().getMethods().contains(RequestMethod.PUT))
                .anyMatch(call -> call.getPatternValues().contains(path + "/{name}"));
    }

    private static Set<RequestMappingInfo> calls(HttpServletRequest request) {
        WebApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
        return context == null
                ? Set.of()
                : context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet();
    }

    private static ServiceException unwrittenType(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        String format = request.getParameter(PlotFormats.PARAMETER);
        List<MediaType> written = e.getSupportedMediaTypes();
        if (format == null) {
            return unwrittenType(shorten(request.getHeader("Accept")), written);
        }
        List<String> formats = PlotFormats.names(written);
        if (formats.size() < 2) {
            return new ServiceException(
                    INVALID_PARAMETER,
                    "\"format\" is not a parameter of %s %s: its answer is always %s."
                            .formatted(request.getMethod(), request.getRequestURI(), list(written)),
                    "Leave it out.");
        }
        return new ServiceException(
                NOT_ACCEPTABLE,
                "The answer cannot be written as format=%s; it can be %s."
                        .formatted(shorten(format), String.join(", ", formats)),
                "Say one of these, as in format=%s"
                        .formatted(NearestName.of(format, formats).orElse(formats.get(0))));
    }

    /** @param written none where Spring MVC could make no sense of the header at all */
    private static ServiceException unwrittenType(String accepted, List<MediaType> written) {
        return written.isEmpty()
                ? new ServiceException(
                        NOT_ACCEPTABLE,
                        "The header Accept is \"" + accepted + "\", which is no list of media types.",
                        "Leave out the header Accept, or write it as in Accept: application/json")
                : usual(
                        NOT_ACCEPTABLE,
                        "The answer cannot be written as " + accepted + "; it can be " + list(written) + ".");
    }

    private static ServiceException unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return new ServiceException(
                MALFORMED_JSON,
                e.getCause() == null
                        ? "There is no body, but one is needed."
                        : "The body is no JSON of the kind that is read here.",
                "Send one, such as: " + Curl.json(request));
    }

    private static ServiceException wrongParameter(TypeMismatchException e) {
        String name = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(e.getPropertyName());
        Class<?> type = e.getRequiredType();
        return new ServiceException(
                INVALID_PARAMETER,
                "The parameter " + name + " is \"" + shorten(e.getValue()) + "\", which is not " + noun(type) + ".",
                "Give " + name + " as " + noun(type) + ".");
    }

    private static ServiceException invalidParameters(HandlerMethodValidationException e) {
        String detail = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? outOfBounds(field)
                                : result.getMethodParameter().getParameterName() + " " + error.getDefaultMessage()
                                        + ", but is " + shorten(result.getArgument())))
                .collect(Collectors.joining("; "));
        return new ServiceException(INVALID_PARAMETER, detail + ".", "Correct it and send the request again.");
    }

    /** Of parameters that one record takes together: those that are not of their type, or else those out of bounds. */
    private static ServiceException invalidParameters(BindException e) {
        Optional<FieldError> mistyped =
                e.getFieldErrors().stream().filter(FieldError::isBindingFailure).findFirst();
        if (mistyped.isPresent()) {
            return wrongParameter(mistyped.get().unwrap(TypeMismatchException.class));
        }
        String detail =
                e.getFieldErrors().stream().map(SpringProblems::outOfBounds).collect(Collectors.joining("; "));
        return new ServiceException(INVALID_PARAMETER, detail + ".", "Correct it and send the request again.");
    }

    /** What is wrong with one of the parameters that a record takes together. */
    private static String outOfBounds(FieldError error) {
        return error.getField() + " " + error.getDefaultMessage() + ", but is " + shorten(error.getRejectedValue());
    }

    private static ServiceException usual(ProblemType type, @Nullable String detail) {
        return new ServiceException(type, detail == null ? type.title() + "." : detail, type.remedy());
    }

    private static String shorten(@Nullable Object value) {
        if (value == null) {
            return "empty";
        }
        String text = ObjectUtils.isArray(value)
                ? StringUtils.arrayToCommaDelimitedString(ObjectUtils.toObjectArray(value))
                : String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "of its type";
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == double.class || type == Double.class) {
            return "a number";
        } else if (type == double[].class) {
            return "numbers with commas between them";
        } else if (type == int.class || type == Integer.class) {
            return "a whole number of at most " + Integer.MAX_VALUE;
        } else if (type == long.class || type == Long.class) {
            return "a whole number of at most " + Long.MAX_VALUE;
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a whole number" : "of its type";
    }

    /** Types of files by what people call them: the others are names for the same. */
    private static String files(Collection<MediaType> types) {
        List<String> known = FILES.stream()
                .filter(file -> types.contains(MediaType.valueOf(file.getKey())))
                .map(file -> "%s (%s)".formatted(file.getValue(), file.getKey()))
                .toList();
        return known.isEmpty() ? list(types) : String.join(", ", known);
    }

    private static String list(Collection<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }
}
