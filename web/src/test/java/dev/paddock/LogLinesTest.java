package dev.paddock;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

class LogLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final PatternLayout layout = layout();

    @Test
    void whatAPersonWroteCannotPassForAnEntryOfItsOwn() {
        String lines = line("name: Ada\n2026-01-01 INFO forged", null);

        assertThat(lines.lines().skip(1)).containsExactly("    | 2026-01-01 INFO forged");
    }

    @Test
    void noControlCharacterReachesTheTerminal() {
        String lines = line("red \u001b[31m, back \r, next \u0085, bell \u0007, line \u2028", null);

        assertThat(lines.strip()).endsWith("red ?[31m, back ?, next ?, bell ?, line ?");
    }

    @Test
    void theMessageOfAnExceptionIsHeldToTheSame() {
        String lines = line("failed", new IllegalStateException("\n2026-01-01 INFO forged \u001b[31m"));

        assertThat(lines).contains("    | 2026-01-01 INFO forged ?[31m");
        assertThat(lines.lines().skip(1)).allMatch(line -> line.startsWith("    | "));
    }

    private String line(String message, @Nullable Throwable cause) {
        var event = new LoggingEvent("", context.getLogger("paddock"), Level.INFO, message, cause, null);
        return layout.doLayout(event);
    }

    private PatternLayout layout() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var made = new PatternLayout();
        made.setContext(context);
        made.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        made.setPattern(Objects.requireNonNull(yaml.getObject()).getProperty("logging.pattern.console"));
        made.start();
        return made;
    }
}
