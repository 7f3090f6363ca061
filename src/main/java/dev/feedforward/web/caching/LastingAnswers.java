package dev.feedforward.web.caching;

import dev.feedforward.caching.Lasting;
import dev.feedforward.caching.Origin;
import dev.feedforward.caching.Origins;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tags the answers of calls that are {@link Lasting}, and answers 304 to callers who have them already, before anything
 * is computed and without a turn. Problems are answered by others than these calls, and have no tags.
 */
@ControllerAdvice
class LastingAnswers implements WebMvcConfigurer, HandlerInterceptor, ResponseBodyAdvice<Object> {

    /**
     * For so long nobody need ask again. It could be for ever, did not the same address mean another model where a
     * service starts anew with an empty database.
     */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = LastingAnswers.class.getName();

    private final Origins origins;
    private final Tags tags;

    LastingAnswers(Origins origins, Tags tags) {
        this.origins = origins;
        this.tags = tags;
    }

    /** After the query has been checked, before a turn is taken. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod call)
                || !call.hasMethodAnnotation(Lasting.class)
                || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<Origin> origin = origins.of(said(request));
        if (origin.isEmpty()) {
            return true;
        }
        Lasts lasts = new Lasts(tags.of(origin.get(), request), cacheControl(origin.get()));
        if (!has(request, lasts.tag())) {
            request.setAttribute(ATTRIBUTE, lasts);
            return true;
        }
        response.setStatus(HttpStatus.NOT_MODIFIED.value());
        lasts.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return false;
    }

    private record Lasts(ETag tag, CacheControl cacheControl) {

        HttpHeaders headers() {
            HttpHeaders headers = new HttpHeaders();
            headers.setETag(tag.formattedTag());
            headers.setCacheControl(cacheControl);
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            return headers;
        }
    }

    private static CacheControl cacheControl(Origin origin) {
        return origin.fixed() ? CacheControl.maxAge(KEPT) : CacheControl.noCache();
    }

    private static boolean has(HttpServletRequest request, ETag tag) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(header -> ETag.parse(header).stream())
                .anyMatch(known -> known.compare(tag, false));
    }

    private static Map<String, String> said(HttpServletRequest request) {
        Map<String, String> said = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> said.put(name, values[0]));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.forEach((name, value) -> said.put(String.valueOf(name), String.valueOf(value)));
        }
        return said;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return answer.hasMethodAnnotation(Lasting.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest http
                && http.getServletRequest().getAttribute(ATTRIBUTE) instanceof Lasts lasts) {
            response.getHeaders().addAll(lasts.headers());
        }
        return body;
    }
}
