package dev.paddock.samples;

import dev.paddock.samples.pairs.Permits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns are kept on a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(GenerationSettings.class)
class GenerationConfiguration {

    /** The same for all that generates in this process, or they would not give way to each other. */
    @Bean
    Permits permits(GenerationSettings settings) {
        return new Permits(settings.queue());
    }
}
