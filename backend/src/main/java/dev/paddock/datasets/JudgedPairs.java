package dev.paddock.datasets;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** What people said, for reading inside Paddock. Who may have it read is decided by whoever calls. */
@Service
public class JudgedPairs {

    private final PreferenceStream preferences;

    JudgedPairs(PreferenceStream preferences) {
        this.preferences = preferences;
    }

    /** The number of the last comparison up to which none can appear any more: a selection up to it never changes. */
    public long last() {
        return preferences.lastSettled();
    }

    /** Every comparison of a campaign that stood when the one of number {@code last} was saved, oldest first. */
    public void read(UUID campaign, long last, Consumer<JudgedPair> taker) {
        preferences.read(new Span(campaign, 0, last), preference -> taker.accept(JudgedPair.of(preference)));
    }
}
