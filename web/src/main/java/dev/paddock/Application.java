package dev.paddock;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Paddock, as one process. */
// People are ours to know: no user with a generated password beside them.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] arguments) {
        // What is told is English, so its numbers are, whatever the machine speaks.
        Locale.setDefault(Locale.ENGLISH);
        SpringApplication.run(Application.class, arguments);
    }
}
