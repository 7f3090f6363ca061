package dev.feedforward.web.address;

import dev.feedforward.error.Addressed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.api.AbstractOpenApiResource;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Answers the OpenAPI document, which is made once, with the reader's address in place of {@value Addressed#SERVICE}.
 */
@RestControllerAdvice
class AddressedDocument implements ResponseBodyAdvice<byte[]> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractOpenApiResource.class.isAssignableFrom(method.getContainingClass())
                && method.getParameterType() == byte[].class;
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter method,
            MediaType selected,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null) {
            return null;
        }
        String document = new String(body, StandardCharsets.UTF_8);
        return CallersAddress.in(document, ((ServletServerHttpRequest) request).getServletRequest())
                .getBytes(StandardCharsets.UTF_8);
    }
}
