package dev.paddock.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long a job keeps its turn while what it needs is away
 * @param pause    before that is asked again
 * @param sign     between two signs of life; well under a minute, after which another process takes the job over
 */
@ConfigurationProperties("paddock.jobs")
public record JobSettings(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("5s") Duration sign) {}
