package dev.feedforward.json;

import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads the enum constant {@code HALF_SUM_SQUARED_ERROR} as {@code half_sum_squared_error}, exactly. */
@Component
class LowerCaseEnums extends SimpleModule {

    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Names());
    }

    private static final class Names extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[] names) {
            for (int i = 0; i < constants.length; i++) {
                // A name that an annotation gave has been found before and stays.
                if (names[i] == null) {
                    names[i] = constants[i].name().toLowerCase(Locale.ROOT);
                }
            }
            return names;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }
    }
}
