package dev.paddock.web.wire;

import dev.paddock.shared.Words;
import java.util.Arrays;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Enumerations are lower-case words with hyphens, in JSON as in pages. */
@Configuration(proxyBeanMethods = false)
class EnumWords implements WebMvcConfigurer {

    @Bean
    JsonMapperBuilderCustomizer enumsAsWords() {
        return builder -> builder.annotationIntrospector(new Introspector());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(Enum.class, String.class, Words::of);
    }

    private static final class Introspector extends JacksonAnnotationIntrospector {

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            // Into the array that was given: reading by toString(), which is the default, looks at nothing else.
            Arrays.setAll(names, i -> Words.of(values[i]));
            return super.findEnumValues(config, type, values, names);
        }
    }
}
