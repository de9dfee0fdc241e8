package dev.paddock.shared;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes a {@link Standstill} for each turn of a job. */
@Component
public class Standstills {

    private final Clock clock;
    private final JobSettings settings;

    Standstills(Clock clock, JobSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public Standstill begin() {
        return new Standstill(clock, settings);
    }
}
