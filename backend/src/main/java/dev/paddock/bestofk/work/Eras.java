package dev.paddock.bestofk.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.reward.ServingModel;
import dev.paddock.shared.Conflict;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The eras in which this process had samples of runs scored. An era may turn out to be over long afterwards: in another turn of the run,
 * while the other kind is scored, or when its model serves no longer.
 */
@Component
class Eras {

    private static final int MOST_RUNS = 10_000;

    private final Cache<UUID, Set<ServingModel>> scoredBy =
            Caffeine.newBuilder().maximumSize(MOST_RUNS).build();

    /** To be called before the scores go on record. */
    void add(BestOfKRun run, ServingModel model) {
        of(run).add(model);
    }

    /** @throws Conflict where another model had answered in the place of one of these, and scores of that while are on record */
    void requireNoneOver(BestOfKRun run, Collection<String> models) {
        for (var scored : of(run)) {
            if (scored.era().isOver() && models.contains(scored.name())) {
                throw new Conflict("For a while another model answered in the place of " + scored.name()
                        + ", so the scores of this run are not all by one. Begin another run.");
            }
        }
    }

    private Set<ServingModel> of(BestOfKRun run) {
        return scoredBy.get(run.id(), _ -> ConcurrentHashMap.newKeySet());
    }
}
