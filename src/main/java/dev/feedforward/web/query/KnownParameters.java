package dev.feedforward.web.query;

import dev.feedforward.web.answer.PlotFormats;
import io.swagger.v3.oas.annotations.Parameter;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The parameters that a call takes from the query, found by asking what resolves its method's arguments: a
 * {@link RequestParam} takes its own name, an object those of its constructor and setters, all others none.
 */
@Component
public class KnownParameters {

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Map<HandlerMethod, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    KnownParameters(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.adapter = adapter;
        this.mappings = mappings;
    }

    /** The parameters' names, in the order in which the method has them, each with its type. */
    public Map<String, Class<?>> of(HandlerMethod handler) {
        return known.computeIfAbsent(handler, this::find);
    }

    /** Whether values of {@code type} take a parameter as often as it is there. */
    static boolean isList(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    /** Whether the parameter says something without a value too, as {@link Parameter#allowEmptyValue} tells callers. */
    static boolean mayBeEmpty(HandlerMethod handler, String name) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> name(parameter).equals(name))
                .map(parameter -> parameter.getParameterAnnotation(Parameter.class))
                .anyMatch(told -> told != null && told.allowEmptyValue());
    }

    private Map<String, Class<?>> find(HandlerMethod handler) {
        Map<String, Class<?>> names = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            HandlerMethodArgumentResolver resolver = resolver(parameter);
            if (resolver instanceof RequestParamMethodArgumentResolver) {
                names.put(name(parameter), parameter.getParameterType());
            } else if (resolver instanceof ModelAttributeMethodProcessor) {
                names.putAll(properties(parameter.getParameterType()));
            }
        }
        if (hasSeveralForms(handler)) {
            // Read by Spring MVC itself.
            names.putIfAbsent(PlotFormats.PARAMETER, String.class);
        }
        return names;
    }

    private boolean hasSeveralForms(HandlerMethod handler) {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(call -> call.getValue().getMethod().equals(handler.getMethod()))
                .anyMatch(call ->
                        call.getKey().getProducesCondition().getExpressions().size() > 1);
    }

    private @Nullable HandlerMethodArgumentResolver resolver(MethodParameter parameter) {
        List<HandlerMethodArgumentResolver> resolvers =
                Objects.requireNonNull(adapter.getObject().getArgumentResolvers());
        return resolvers.stream()
                .filter(resolver -> resolver.supportsParameter(parameter))
                .findFirst()
                .orElse(null);
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
        return said != null && StringUtils.hasText(said.name())
                ? said.name()
                : Objects.requireNonNull(parameter.getParameterName());
    }

    private static Map<String, Class<?>> properties(Class<?> type) {
        Map<String, Class<?>> names = new LinkedHashMap<>();
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
        String[] ofConstructor = BeanUtils.getParameterNames(constructor);
        for (int i = 0; i < ofConstructor.length; i++) {
            names.put(ofConstructor[i], constructor.getParameterTypes()[i]);
        }
        Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                .filter(property -> property.getWriteMethod() != null)
                .forEach(property -> put(names, property));
        return names;
    }

    private static void put(Map<String, Class<?>> names, PropertyDescriptor property) {
        names.put(property.getName(), property.getPropertyType());
    }
}
