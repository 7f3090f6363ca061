package dev.feedforward.web.problem;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives a body to failures that are answered without one, as the actuator does for what it does not know. */
@RestControllerAdvice
class EmptyErrors implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType selected,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        int status = ((ServletServerHttpResponse) response).getServletResponse().getStatus();
        if (body != null || status < 400) {
            return body;
        }
        ProblemType type = ProblemType.forStatus(status);
        String path = request.getURI().getPath();
        ServiceException problem =
                new ServiceException(type, "There is nothing to answer at " + path + ".", type.remedy());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ProblemAnswer.of(problem, status, HttpHeaders.EMPTY, path).getBody();
    }
}
