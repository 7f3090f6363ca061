package dev.feedforward.web.openapi;

import dev.feedforward.computing.Computing;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.web.problem.ProblemAnswer;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents the problems that an operation and its parameters name with {@link Problems}, and those that any operation
 * of its kind may answer; an example each.
 */
@Component
@Order(10)
class OpenApiProblems implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String SCHEMA = "ProblemDetails";
    private static final String TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Map<Integer, List<ProblemType>> byStatus = problems(method)
                .distinct()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) -> add(operation, Integer.toString(status), types));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Any other problem.")
                                .content(content(null, List.of(ProblemType.INTERNAL_ERROR))));
        return operation;
    }

    /** Adds the schemas, and the examples' values, which tell the operation's path. */
    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true)
                .readAll(ProblemAnswer.class)
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> fill(path, method, operation)));
    }

    private static Stream<ProblemType> problems(HandlerMethod method) {
        Stream<@Nullable Problems> ofParameters = Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterType().getAnnotation(Problems.class));
        Stream<ProblemType> told = Stream.concat(Stream.of(method.getMethodAnnotation(Problems.class)), ofParameters)
                .filter(Objects::nonNull)
                .flatMap(problems -> Arrays.stream(problems.value()));
        return Stream.of(ofAny(method), told, ofComputing(method)).flatMap(problems -> problems);
    }

    /**
     * Every call checks its path and its query, and asks the database, which may be away or damaged; one without an
     * answer leaves no form to choose.
     */
    private static Stream<ProblemType> ofAny(HandlerMethod method) {
        Stream<ProblemType> any =
                Stream.of(ProblemType.INVALID_PARAMETER, ProblemType.UNAVAILABLE, ProblemType.DAMAGED);
        return method.isVoid() ? any : Stream.concat(any, Stream.of(ProblemType.NOT_ACCEPTABLE));
    }

    /** Whoever waits for a turn may wait with too many others, and what is computed may never fit into the memory. */
    private static Stream<ProblemType> ofComputing(HandlerMethod method) {
        Computing computing = method.getMethodAnnotation(Computing.class);
        return computing == null || computing.value() == Computing.When.NEVER
                ? Stream.empty()
                : Stream.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_LARGE_FOR_MEMORY);
    }

    private static void add(Operation operation, String status, List<ProblemType> types) {
        ApiResponse declared = operation.getResponses().get(status);
        Schema<?> special = declared == null
                ? null
                : Objects.requireNonNull(declared.getContent().get(TYPE)).getSchema();
        String titles = types.stream().map(ProblemType::title).distinct().collect(Collectors.joining("; or: "));
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(titles + ".").content(content(special, types)));
    }

    /**
     * @param special what some of the answers are instead of mere problem details; null, or mere problem details where
     *     another method has told the same operation's, for none
     */
    private static Content content(@Nullable Schema<?> special, List<ProblemType> types) {
        Schema<?> plain = new Schema<>().$ref(SCHEMA);
        MediaType json = new MediaType()
                .schema(
                        special == null || special.equals(plain)
                                ? plain
                                : new Schema<>().anyOf(List.of(plain, special)));
        types.forEach(type -> json.addExamples(type.slug(), new Example().summary(type.title())));
        return new Content().addMediaType(TYPE, json);
    }

    private static void fill(String path, PathItem.HttpMethod method, Operation operation) {
        operation.getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .map(response -> response.getContent().get(TYPE))
                .filter(problem -> problem != null && problem.getExamples() != null)
                .flatMap(problem -> problem.getExamples().entrySet().stream())
                .forEach(example -> example.getValue()
                        .value(TypicalProblem.of(
                                ProblemType.forSlug(example.getKey()).orElseThrow(), operation, method, path)));
    }
}
