package dev.paddock.bestofk;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ranks the samples of a run and draws its curves. */
@Component
class Ranking {

    private static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::place);

    private final RankTable table;
    private final RunClaims claims;

    Ranking(RankTable table, RunClaims claims) {
        this.table = table;
        this.claims = claims;
    }

    /** All ranks and the curves, with the run's end or not at all. @param models whose scores count, by kind */
    @Transactional
    void end(BestOfKRun run, String owner, Map<ModelKind, String> models) {
        var scored = table.scored(run, models);
        if (scored.isEmpty()) {
            throw new Conflict("None of its samples could be ranked. " + table.reason(run));
        }
        var groups = scored.stream()
                .collect(Collectors.groupingBy(
                        Ranked::temperature, TreeMap::new, Collectors.groupingBy(Ranked::position)));
        var curves = new ArrayList<Curve>();
        groups.forEach((temperature, prompts) -> {
            prompts.values().forEach(samples -> samples.sort(BEST_FIRST));
            prompts.values().forEach(samples -> table.add(run, samples));
            curves.add(Curve.of(
                    temperature, prompts.values().stream().map(Ranking::rewards).toList()));
        });
        if (!claims.done(run.id(), owner, models, List.copyOf(curves))) {
            throw new CancellationException();
        }
    }

    private static OrderStatistics rewards(List<Ranked> samples) {
        return new OrderStatistics(samples.stream().mapToDouble(Ranked::reward).toArray());
    }
}
