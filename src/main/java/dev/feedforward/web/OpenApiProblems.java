package dev.feedforward.web;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.Problems;
import dev.feedforward.error.ServiceException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents the problems that an operation names with {@link Problems}, an example each. */
@Component
class OpenApiProblems implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String SCHEMA = "ProblemDetails";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Problems problems = method.getMethodAnnotation(Problems.class);
        if (problems != null) {
            Map<Integer, List<ProblemType>> byStatus = Arrays.stream(problems.value())
                    .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
            byStatus.forEach((status, types) ->
                    operation.getResponses().addApiResponse(Integer.toString(status), response(types)));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse().description("Any other problem.").content(content(List.of())));
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        Schema<?> schema = ModelConverters.getInstance(true).readAllAsResolvedSchema(ProblemAnswer.class).schema;
        document.getComponents().addSchemas(SCHEMA, schema);
    }

    private static ApiResponse response(List<ProblemType> types) {
        String titles = types.stream().map(ProblemType::title).distinct().collect(Collectors.joining("; or: "));
        return new ApiResponse().description(titles + ".").content(content(types));
    }

    private static Content content(List<ProblemType> types) {
        MediaType json = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        types.forEach(type -> json.addExamples(
                type.slug(),
                new Example()
                        .summary(type.title())
                        .value(new ServiceException(type, type.typicalDetail(), type.remedy()).problem())));
        return new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, json);
    }
}
