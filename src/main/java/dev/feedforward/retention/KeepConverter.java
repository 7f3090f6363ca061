package dev.feedforward.retention;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a setting such as {@code feedforward.keep.jobs=30d,1000}. */
@Component
@ConfigurationPropertiesBinding
class KeepConverter implements Converter<String, Keep> {

    @Override
    public Keep convert(String text) {
        return Keep.parse(text);
    }
}
