package dev.paddock.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The folder ({@code paddock.data}) that holds whatever Paddock keeps outside of git: its database, weights, bundles.
 *
 * @param path absolute; it may not exist yet
 */
@ConfigurationProperties("paddock")
public record DataFolder(@Name("data") @DefaultValue("data") Path path) {

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }
}
