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
        @DefaultValue("5s") Duration sign) {

    private static final Duration SHORTEST_SIGN = Duration.ofMillis(100);
    private static final Duration LONGEST_SIGN = Duration.ofSeconds(20);

    /** @throws IllegalArgumentException naming the setting */
    public JobSettings {
        require(!patience.isNegative(), "paddock.jobs.patience: " + patience + " is less than nothing");
        require(pause.isPositive(), "paddock.jobs.pause: it must be more than nothing, and is " + pause);
        require(
                sign.compareTo(SHORTEST_SIGN) >= 0 && sign.compareTo(LONGEST_SIGN) <= 0,
                "paddock.jobs.sign: it must be 100 milliseconds at least and 20 seconds at most, and is " + sign);
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
