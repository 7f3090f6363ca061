package dev.feedforward.web.address;

import dev.feedforward.error.Addressed;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.Version;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes {@link Addressed} texts of answers with the caller's address; what is stored keeps the words in its place. */
@Component
public class AddressedTexts extends SimpleModule {

    /** The attribute of the context that holds the request, where Spring MVC is not at hand to tell it. */
    public static final Object REQUEST = AddressedTexts.class;

    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Finder());
    }

    private static final class Finder extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
            return annotated.hasAnnotation(Addressed.class) ? new Text() : null;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }
    }

    private static final class Text extends StdSerializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator gen, SerializationContext context) {
            HttpServletRequest request = request(context);
            gen.writeString(request == null ? text : CallersAddress.in(text, request));
        }

        private static @Nullable HttpServletRequest request(SerializationContext context) {
            if (context.getAttribute(REQUEST) instanceof HttpServletRequest told) {
                return told;
            }
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                    ? current.getRequest()
                    : null;
        }
    }
}
