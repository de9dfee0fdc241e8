package dev.paddock.samples;

import dev.paddock.models.ModelEndpoint;
import dev.paddock.samples.pairs.Permits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A pair on record, to be generated once that is committed.
 *
 * @param draw which draw of the turn it is: results of another draw no longer count
 * @param live for a person who waits
 */
record Begun(UUID turn, int draw, Question question, Map<Slot, Attempt> attempts, boolean live) {

    List<Permits.Need> needs() {
        var needs = new ArrayList<Permits.Need>();
        attempts.values().stream()
                .map(attempt -> attempt.side().endpoint())
                .collect(Collectors.groupingBy(ModelEndpoint::id))
                .forEach((id, same) -> needs.add(
                        new Permits.Need(id, same.size(), same.getFirst().slots())));
        return needs;
    }

    /** Two answers at an endpoint with one slot come one after the other. */
    boolean together() {
        return needs().stream().mapToInt(Permits.Need::permits).sum() == 2;
    }
}
