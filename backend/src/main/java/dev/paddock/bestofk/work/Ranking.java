package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.bestofk.RunRewards;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

    private static final int AT_ONCE = 5_000;

    private final RankTable table;
    private final RunRewards rewards;
    private final Eras eras;
    private final RunClaims claims;

    Ranking(RankTable table, RunRewards rewards, Eras eras, RunClaims claims) {
        this.table = table;
        this.rewards = rewards;
        this.eras = eras;
        this.claims = claims;
    }

    /**
     * All ranks and the curves, with the run's end or not at all.
     *
     * @param models whose scores count, by kind
     * @throws Conflict where none has a score, or some are another model's, which had answered in the place of one of these
     */
    @Transactional
    void end(BestOfKRun run, String owner, Map<ModelKind, String> models, Progress progress) {
        progress.at("ranking", 0, run.samples());
        var scored = table.scored(run, models);
        if (scored.isEmpty()) {
            throw new Conflict("None of its samples could be ranked. " + table.reason(run));
        }
        var groups = groups(scored);
        add(run, groups, progress);
        eras.requireNoneOver(run, models.values());
        if (!claims.done(run.id(), owner, models, rewards.of(run).curves())) {
            throw new CancellationException();
        }
    }

    /** By temperature and prompt, the best first. */
    private static SortedMap<Double, Collection<List<Ranked>>> groups(List<Ranked> scored) {
        var groups = new TreeMap<Double, Collection<List<Ranked>>>();
        scored.stream()
                .collect(Collectors.groupingBy(Ranked::temperature, Collectors.groupingBy(Ranked::position)))
                .forEach((temperature, prompts) -> groups.put(temperature, prompts.values()));
        groups.values().forEach(prompts -> prompts.forEach(samples -> samples.sort(BEST_FIRST)));
        return groups;
    }

    private void add(BestOfKRun run, SortedMap<Double, Collection<List<Ranked>>> groups, Progress progress) {
        var ranks = groups.values().stream()
                .flatMap(Collection::stream)
                .flatMap(Rank::of)
                .toList();
        for (var from = 0; from < ranks.size(); from += AT_ONCE) {
            var to = Math.min(from + AT_ONCE, ranks.size());
            table.add(run, ranks.subList(from, to));
            progress.at("ranking", to, run.samples());
        }
    }
}
