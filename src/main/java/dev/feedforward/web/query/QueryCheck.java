package dev.feedforward.web.query;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Refuses parameters that a call does not take, or not so: what is misspelt would else be left out without a word, and
 * answered as if it had been understood. It runs once a call's method is found, so that a path, method or body that is
 * wrong is told first. Files, Swagger UI and the actuator are none of its business.
 */
@Configuration(proxyBeanMethods = false)
class QueryCheck implements WebMvcConfigurer, HandlerInterceptor {

    private final KnownParameters known;
    private final QueryFaults faults;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

    QueryCheck(KnownParameters known, QueryFaults faults, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.known = known;
        this.faults = faults;
        this.adapter = adapter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.feedforward.")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getQueryString() != null
                && !isBodyUnread(request, method)) {
            // Tomcat decodes parameters when it is first asked for one, and refuses those that cannot be.
            request.getParameterMap();
            faults.check(request, method, known.of(method));
        }
        return true;
    }

    /** Spring MVC finds that out only when it binds the body, which is after this. */
    private boolean isBodyUnread(HttpServletRequest request, HandlerMethod method) {
        String type = request.getContentType();
        return type != null
                && Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .anyMatch(body -> !canRead(body.getParameterType(), type));
    }

    private boolean canRead(Class<?> body, String type) {
        try {
            MediaType mediaType = MediaType.parseMediaType(type);
            return adapter.getObject().getMessageConverters().stream()
                    .anyMatch(converter -> converter.canRead(body, mediaType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
