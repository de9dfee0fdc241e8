package dev.paddock.datasets;

import dev.paddock.campaigns.Track;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** What people said, for reading inside Paddock. Who may have it read is decided by whoever calls. */
@Service
public class JudgedPairs {

    private final PreferenceStream preferences;
    private final Tally tally;

    JudgedPairs(PreferenceStream preferences, Tally tally) {
        this.preferences = preferences;
        this.tally = tally;
    }

    /** The number of the last comparison up to which none can appear any more: a selection up to it never changes. */
    public long last() {
        return preferences.lastSettled();
    }

    /** How many {@link #read} gives of each campaign now; those of which it gives none are left out. */
    public Map<UUID, Long> counts(Collection<UUID> campaigns) {
        return tally.counts(campaigns, last());
    }

    /** How many {@link #read} gives of these campaigns together. */
    public long count(Collection<UUID> campaigns, long last) {
        return tally.counts(campaigns, last).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether {@link #read} gives any of one of these campaigns. */
    public boolean any(Collection<UUID> campaigns, long last) {
        return tally.any(campaigns, last);
    }

    /** All campaigns of a track that hold comparisons now; {@link #read} gives none where an unsafe answer was chosen in each. */
    public Set<UUID> campaigns(Track track) {
        return tally.campaigns(track, last());
    }

    /** Every comparison of a campaign that stood when the one of number {@code last} was saved, oldest first. */
    public void read(UUID campaign, long last, Consumer<JudgedPair> taker) {
        preferences.read(new Span(campaign, 0, last), preference -> taker.accept(JudgedPair.of(preference)));
    }
}
