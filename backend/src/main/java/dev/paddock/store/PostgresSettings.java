package dev.paddock.store;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database that Paddock brings along is run.
 *
 * @param port on 127.0.0.1; 0 takes a free one at every start
 * @param options PostgreSQL's own settings by their names, such as {@code shared_buffers}; they win over ours
 */
@ConfigurationProperties("paddock.postgres")
public record PostgresSettings(
        @DefaultValue("0") int port, @DefaultValue Map<String, String> options) {

    public PostgresSettings {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("not a port: " + port);
        options = Map.copyOf(options);
        options.forEach(PostgresSettings::check);
    }

    private static void check(String name, String value) {
        if (!name.matches("[a-z_.]+")) throw new IllegalArgumentException("not a setting of PostgreSQL: " + name);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the value of " + name + " must be one line");
        }
    }
}
