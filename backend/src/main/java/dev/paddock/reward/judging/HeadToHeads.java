package dev.paddock.reward.judging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paddock.reward.HeadToHeadFigures;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.HeadToHead;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Two reward models on the same held-out comparisons of their own track: those of which both have scored both answers. */
@Service
public class HeadToHeads {

    private static final Logger log = LoggerFactory.getLogger(HeadToHeads.class);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final long SEED = 1;

    private final ScoredComparisons comparisons;
    private final Cache<List<String>, Optional<HeadToHeadFigures>> made =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    HeadToHeads(ScoredComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** As {@link #lately}, for whoever only looks: empty also where the comparisons cannot be read just now. */
    public Optional<HeadToHeadFigures> glance(String model, String serving, ModelKind kind) {
        try {
            return lately(model, serving, kind);
        } catch (DataAccessException | TransactionException unread) {
            log.warn(
                    "How often {} is right beside {} cannot be told: {}",
                    model,
                    serving,
                    unread.getMostSpecificCause().toString());
            return Optional.empty();
        }
    }

    /** One that was made within the last minute is given again, as reading all comparisons takes a moment. */
    public Optional<HeadToHeadFigures> lately(String model, String serving, ModelKind kind) {
        return made.get(List.of(model, serving), _ -> of(model, serving, kind));
    }

    /** @return empty where there is no such comparison */
    public Optional<HeadToHeadFigures> of(String model, String serving, ModelKind kind) {
        var gaps = gaps(serving, kind);
        var common = heldOut(model, kind).stream()
                .filter(comparison -> gaps.containsKey(pair(comparison)))
                .toList();
        return common.isEmpty() ? Optional.empty() : Optional.of(headToHead(serving, firstOfEach(common), gaps));
    }

    /** Of each conversation those that were said first, as those that judge trainings: one that many answered is not all of them. */
    private static List<ScoredComparison> firstOfEach(List<ScoredComparison> latestFirst) {
        var counts = new HashMap<String, Integer>();
        return latestFirst.reversed().stream()
                .filter(comparison -> counts.merge(comparison.root(), 1, Integer::sum) <= HoldOut.MOST_OF_ONE)
                .toList();
    }

    private static HeadToHeadFigures headToHead(
            String serving, List<ScoredComparison> common, Map<List<UUID>, Double> gaps) {
        var roots = common.stream().map(ScoredComparison::root).toList();
        var both = new HeadToHead(
                new Evaluation(
                        common.stream().mapToDouble(ScoredComparison::gap).toArray(), roots),
                new Evaluation(
                        common.stream()
                                .mapToDouble(comparison -> gaps.getOrDefault(pair(comparison), Double.NaN))
                                .toArray(),
                        roots));
        return new HeadToHeadFigures(
                serving,
                common.size(),
                (int) roots.stream().distinct().count(),
                both.first().accuracy(),
                both.second().accuracy(),
                both.lead(),
                both.interval(SEED));
    }

    private Map<List<UUID>, Double> gaps(String model, ModelKind kind) {
        var gaps = new HashMap<List<UUID>, Double>();
        heldOut(model, kind).forEach(comparison -> gaps.put(pair(comparison), comparison.gap()));
        return gaps;
    }

    private List<ScoredComparison> heldOut(String model, ModelKind kind) {
        return comparisons.of(model, kind).stream()
                .filter(ScoredComparison::isHeldOut)
                .filter(comparison -> comparison.track() == Tracks.of(kind))
                .toList();
    }

    /** Several people may have judged it; what a model gives to it is the same. */
    private static List<UUID> pair(ScoredComparison comparison) {
        return List.of(comparison.chosen().sample(), comparison.rejected().sample());
    }
}
