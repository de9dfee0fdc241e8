package dev.paddock.reward.judging;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.HeadToHead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Two reward models on the same held-out comparisons of their own track: those of which both have scored both answers. */
@Service
public class SideBySide {

    private final Verdicts verdicts;

    SideBySide(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** @return empty where there is no such comparison */
    public Optional<HeadToHead> of(String first, String second, ModelKind kind) {
        var gaps = gaps(second, kind);
        var common = heldOut(first, kind).stream()
                .filter(verdict -> gaps.containsKey(pair(verdict)))
                .toList();
        if (common.isEmpty()) {
            return Optional.empty();
        }
        var roots = common.stream().map(Verdict::root).toList();
        return Optional.of(new HeadToHead(
                new Evaluation(common.stream().mapToDouble(Verdict::gap).toArray(), roots),
                new Evaluation(
                        common.stream()
                                .mapToDouble(verdict -> gaps.getOrDefault(pair(verdict), Double.NaN))
                                .toArray(),
                        roots)));
    }

    private Map<List<UUID>, Double> gaps(String model, ModelKind kind) {
        var gaps = new HashMap<List<UUID>, Double>();
        heldOut(model, kind).forEach(verdict -> gaps.put(pair(verdict), verdict.gap()));
        return gaps;
    }

    private List<Verdict> heldOut(String model, ModelKind kind) {
        return verdicts.of(model, kind).stream()
                .filter(Verdict::isHeldOut)
                .filter(verdict -> verdict.track().equals(kind.label()))
                .toList();
    }

    /** Several people may have judged it; what a model gives to it is the same. */
    private static List<UUID> pair(Verdict verdict) {
        return List.of(verdict.chosen().sample(), verdict.rejected().sample());
    }
}
