package dev.feedforward.web.body;

import dev.feedforward.error.Faults;
import dev.feedforward.json.BodyReading;
import java.io.IOException;
import java.lang.reflect.Type;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Hands controllers that ask for a {@link BodyReading}, after their body, that of the body that was read. */
@ControllerAdvice
class BodyReadings extends RequestBodyAdviceAdapter implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String ATTRIBUTE = BodyReadings.class.getName();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return List.of(parameter.getExecutable().getParameterTypes()).contains(BodyReading.class);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        DigestInputStream body = new DigestInputStream(message.getBody(), sha256());
        Message read = new Message(message.getHeaders(), body, new Faults());
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, read, RequestAttributes.SCOPE_REQUEST);
        return read;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == BodyReading.class;
    }

    @Override
    public BodyReading resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Message read
                ? new BodyReading(
                        HexFormat.of().formatHex(read.getBody.getMessageDigest().digest()), read.faults)
                : BodyReading.ofNothing();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * A body whose controller takes its faults on.
     *
     * @param faults to be filled in by whoever reads it
     */
    record Message(HttpHeaders getHeaders, DigestInputStream getBody, Faults faults) implements HttpInputMessage {}
}
