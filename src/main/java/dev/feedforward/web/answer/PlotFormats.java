package dev.feedforward.web.answer;

import dev.feedforward.plot.PlotFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.accept.ParameterContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a client choose how a plot is written, by {@code ?format=json|csv|svg|png|txt} or else by {@code Accept}.
 * Whatever else is answered is JSON, and called so.
 */
@Configuration(proxyBeanMethods = false)
public class PlotFormats implements WebMvcConfigurer {

    /** The parameter that says how an answer is to be written. */
    public static final String PARAMETER = "format";

    private final JsonMapper mapper;

    PlotFormats(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new PlainJson(mapper));
        converters.addCustomConverter(new PlotMessageConverter());
        // YAML comes with the OpenAPI library; bodies in it would pass by every check, and answers would hold NaN.
        converters.configureMessageConvertersList(list ->
                list.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("yaml"))));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new FormatParameter(formats()), new PlainAccept()));
    }

    /** What {@code format} says for each of {@code types} that it has a word for. */
    public static List<String> names(Collection<MediaType> types) {
        return formats().entrySet().stream()
                .filter(format -> types.stream().anyMatch(type -> type.equalsTypeAndSubtype(format.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, MediaType> formats() {
        Map<String, MediaType> formats = new LinkedHashMap<>(Map.of("json", MediaType.APPLICATION_JSON));
        Arrays.stream(PlotFormat.values())
                .forEach(format -> formats.put(format.extension(), PlotMessageConverter.mediaType(format)));
        return formats;
    }

    /**
     * Offers nothing that is merely built like JSON, such as problem+json, to callers who take that alone; a handler
     * that names its type, as those of problems do, has it written.
     */
    private static final class PlainJson extends JacksonJsonHttpMessageConverter {

        private PlainJson(JsonMapper mapper) {
            super(mapper);
        }

        @Override
        public List<MediaType> getSupportedMediaTypes(Class<?> type) {
            return super.getSupportedMediaTypes(type).stream()
                    .filter(MediaType::isConcrete)
                    .toList();
        }
    }

    /** Leaves charsets aside: what is text is UTF-8, and no converter would find itself meant by any other. */
    private static final class PlainAccept extends HeaderContentNegotiationStrategy {

        @Override
        public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
            return super.resolveMediaTypes(request).stream()
                    .map(type -> type.getCharset() == null ? type : withoutCharset(type))
                    .toList();
        }

        private static MediaType withoutCharset(MediaType type) {
            Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
            parameters.remove("charset");
            return new MediaType(type, parameters);
        }
    }

    /** Takes an unknown format for a type that nothing produces. */
    private static final class FormatParameter extends ParameterContentNegotiationStrategy {

        private FormatParameter(Map<String, MediaType> formats) {
            super(formats);
            setParameterName(PARAMETER);
        }

        @Override
        protected MediaType handleNoMatch(NativeWebRequest request, String key) {
            // Spring's own way, an exception here, is thrown again while the error is written: a 406 without a body.
            return new MediaType("application", "x-unknown-format");
        }
    }
}
