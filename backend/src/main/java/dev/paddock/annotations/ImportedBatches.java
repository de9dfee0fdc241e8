package dev.paddock.annotations;

import dev.paddock.annotations.Comparison.Circumstances;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Tally;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.Pairs;
import dev.paddock.tasks.ImportedJudgements;
import dev.paddock.tasks.Judging;
import dev.paddock.tasks.Task;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves some imported judgements at once, with the pairs that are new. */
@Component
class ImportedBatches {

    private static final String SAID_TWICE =
            "says otherwise than an earlier line of this file says of the same pair. Each person judges a pair once: leave one of them out";
    private static final String FULL = "is a pair whose judgements are all given, or just being given";

    private final Pairs pairs;
    private final Conversations conversations;
    private final ImportedJudgements judgements;
    private final ComparisonRepository comparisons;
    private final Campaigns campaigns;
    private final Clock clock;

    ImportedBatches(
            Pairs pairs,
            Conversations conversations,
            ImportedJudgements judgements,
            ComparisonRepository comparisons,
            Campaigns campaigns,
            Clock clock) {
        this.pairs = pairs;
        this.conversations = conversations;
        this.judgements = judgements;
        this.comparisons = comparisons;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** A file may be long on its way: whether the caller still leads the campaign, and in what order it goes, is looked at for each batch. */
    @Transactional
    public void save(Caller caller, UUID campaignId, List<ImportedJudgement> batch, Tally tally) {
        judgements.lineUp(caller, campaignId);
        var campaign = campaigns.requireLeadOfOpen(caller, campaignId);
        var placed = place(campaign, batch);
        var fresh = fresh(placed, own(caller, placed), tally);
        store(caller, campaign, fresh, tally);
    }

    private List<PlacedJudgement> place(Campaign campaign, List<ImportedJudgement> batch) {
        var kept = pairs.keep(
                campaign.id(), batch.stream().map(ImportedJudgement::pair).toList());
        var turns = conversations.pairs(
                kept.stream().map(Pairs.Kept::conversation).distinct().toList());
        return IntStream.range(0, batch.size())
                .mapToObj(i -> PlacedJudgement.of(
                        batch.get(i),
                        kept.get(i),
                        Objects.requireNonNull(turns.get(kept.get(i).conversation()))))
                .toList();
    }

    private OwnJudgements own(Caller caller, List<PlacedJudgement> placed) {
        var tasks = judgements.own(
                caller, placed.stream().map(PlacedJudgement::pair).distinct().toList());
        var said = comparisons.findByTaskIdInOrderByNumber(
                tasks.values().stream().map(Task::id).toList());
        return OwnJudgements.of(tasks, said);
    }

    /** The judgements of each pair of which the caller has said nothing yet: the one to be taken, then its repetitions. */
    private static Collection<List<PlacedJudgement>> fresh(
            List<PlacedJudgement> placed, OwnJudgements own, Tally tally) {
        var fresh = new LinkedHashMap<UUID, List<PlacedJudgement>>();
        for (var each : placed) {
            if (own.include(each)) {
                tell(each, own.against(each), tally);
            } else {
                fresh.computeIfAbsent(each.pair(), _ -> new ArrayList<>()).add(each);
            }
        }
        return fresh.values();
    }

    /** @param reason null where it is known already */
    private static void tell(PlacedJudgement each, @Nullable String reason, Tally tally) {
        if (reason == null) {
            tally.stored(0, 1);
        } else {
            tally.refuse(each.line(), reason);
        }
    }

    private void store(Caller caller, Campaign campaign, Collection<List<PlacedJudgement>> fresh, Tally tally) {
        var firsts = fresh.stream().map(List::getFirst).toList();
        var turns = firsts.stream().collect(Collectors.toMap(PlacedJudgement::pair, PlacedJudgement::turn));
        var byGap = firsts.stream()
                .filter(each -> !each.said().impartial())
                .map(PlacedJudgement::pair)
                .collect(Collectors.toSet());
        var filled = judgements.fill(caller, campaign, turns, byGap);
        var round = campaigns.currentRound(campaign.id());
        for (var each : fresh) {
            var first = each.getFirst();
            var judging = filled.get(first.pair());
            if (judging == null) {
                each.forEach(line -> tally.refuse(line.line(), FULL));
            } else {
                comparisons.save(comparison(caller, first, judging, round));
                tally.stored(1, 0);
                each.stream().skip(1).forEach(line -> tell(line, line.saysTheSameAs(first) ? null : SAID_TWICE, tally));
            }
        }
    }

    private Comparison comparison(Caller caller, PlacedJudgement each, Judging judging, int round) {
        var answer = each.said().seen(judging, each.chosen());
        var key = IdempotencyKey.fresh();
        var circumstances = new Circumstances(
                judging,
                caller.person(),
                null,
                judging.guidelineVersion(),
                round,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                key.value(),
                key.fingerprint(judging.task().id(), answer),
                true);
        return Comparison.of(answer, circumstances);
    }
}
