package dev.feedforward.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Says of a parameter which kind of body it goes with, where a call takes several kinds by handlers of their own: a
 * path and method are one operation in OpenAPI. Such a parameter has no example, as Swagger UI would send it with any
 * body.
 */
@Component
@Order(20)
class OpenApiSharedCalls implements GlobalOpenApiCustomizer {

    private final RequestMappingHandlerMapping requestMappingHandlerMapping;

    OpenApiSharedCalls(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.requestMappingHandlerMapping = requestMappingHandlerMapping;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Map<RequestMappingInfo, HandlerMethod> handlers = handlers(path, method);
                    if (handlers.size() > 1 && operation.getParameters() != null) {
                        operation.getParameters().stream()
                                .filter(parameter -> "query".equals(parameter.getIn()))
                                .forEach(parameter -> tellKind(parameter, handlers));
                    }
                }));
    }

    private Map<RequestMappingInfo, HandlerMethod> handlers(String path, PathItem.HttpMethod method) {
        RequestMethod called = RequestMethod.valueOf(method.name());
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getKey().getPatternValues().contains(path))
                .filter(mapped ->
                        mapped.getKey().getMethodsCondition().getMethods().contains(called))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void tellKind(Parameter parameter, Map<RequestMappingInfo, HandlerMethod> handlers) {
        List<RequestMappingInfo> takers = handlers.entrySet().stream()
                .filter(handler -> takes(handler.getValue(), parameter.getName()))
                .map(Map.Entry::getKey)
                .toList();
        if (takers.size() < handlers.size()) {
            // As many media types say CSV; the first is the one to send.
            String kind = takers.stream()
                    .flatMap(taker -> taker.getConsumesCondition().getConsumableMediaTypes().stream())
                    .findFirst()
                    .map(MediaType::toString)
                    .orElse(OpenApiExamples.JSON);
            parameter.setDescription("Only with a body of %s: %s".formatted(kind, parameter.getDescription()));
            parameter.setExample(null);
        }
    }

    private static boolean takes(HandlerMethod handler, String name) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(OpenApiSharedCalls::names)
                .anyMatch(name::equals);
    }

    private static Stream<String> names(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class)
                ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                : Stream.of(parameter.getParameter().getName());
    }
}
