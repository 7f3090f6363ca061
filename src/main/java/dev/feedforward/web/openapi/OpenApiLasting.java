package dev.feedforward.web.openapi;

import dev.feedforward.caching.Lasting;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents the tags of answers that are {@link Lasting}, and what those are told who have them already. */
@Component
@Order(20)
class OpenApiLasting implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ApiResponse found = operation.getResponses().get("200");
        if (method.hasMethodAnnotation(Lasting.class) && found != null) {
            ApiResponse known = new ApiResponse()
                    .description("The answer is still the one whose tag the header If-None-Match names; nothing was"
                            + " computed.");
            addHeaders(found);
            addHeaders(known);
            operation.getResponses().addApiResponse("304", known);
        }
        return operation;
    }

    private static void addHeaders(ApiResponse response) {
        response.addHeaderObject(
                "ETag",
                header(
                        "The answer's tag, to be sent back in If-None-Match; absent where a network in training was asked.",
                        "W/\"5f2b7c0e9d1a4b6c8e3f7a2d1c0b9e8f\""));
        response.addHeaderObject(
                "Cache-Control",
                header(
                        "How long the answer may be kept: where a version is named, for minutes; else it is to be asked"
                                + " for again, which is answered 304 while it is the same.",
                        "max-age=600"));
    }

    private static Header header(String description, String example) {
        StringSchema schema = new StringSchema();
        schema.example(example);
        return new Header().description(description).schema(schema);
    }
}
