package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.campaigns.Track;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Score;
import dev.paddock.tasks.Gaps;
import dev.paddock.tasks.PreparedCampaign;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PredictedGapsTest extends ScoredWorld {

    @Autowired
    Backlog backlog;

    @Autowired
    PredictedGaps gaps;

    @Autowired
    TransactionTemplate transactions;

    final String first = "first-" + UUID.randomUUID();
    final String second = "second-" + UUID.randomUUID();

    record Pair(UUID item, UUID a, UUID b) {}

    @BeforeEach
    void register() {
        new BareModels(jdbc).register("helpfulness", first, "retired");
        new BareModels(jdbc).register("helpfulness", second, "shadow");
        serve(first);
    }

    @AfterEach
    void retire() {
        serve("");
        models.serve(ModelKind.HELPFULNESS, new Standing.Opening());
    }

    private void serve(String model) {
        jdbc.sql("update reward_model set state = 'retired' where kind = 'helpfulness' and state = 'serving'")
                .update();
        jdbc.sql("update reward_model set state = 'serving' where name = ?")
                .param(model)
                .update();
    }

    @Test
    void whatTheServingModelHasScoredIsInTheQueueAtOnce() {
        models.serve(ModelKind.HELPFULNESS, new Standing.Serving(first, new FakeRewardModel(ModelKind.HELPFULNESS)));
        var pair = pair(Track.HELPFULNESS);

        var scoring = new Scoring(models, backlog, samples, gaps, Clock.systemUTC());
        var mark = Mark.importedSince(Instant.EPOCH);
        while (mark != null) {
            var after = mark;
            mark = transactions.execute(_ ->
                    scoring.scoreSome(scoring.models().getFirst(), after).mark().orElse(null));
        }

        // "One." and "Another.", by their length.
        assertThat(gap(pair)).isEqualTo(4);
    }

    @Test
    void oneScoreOrAnotherModelsMakeNoGap() {
        var pair = pair(Track.HELPFULNESS);
        score(pair.a(), first, 1);
        score(pair.a(), second, 1);
        score(pair.b(), second, 3);
        gaps.tell(first, List.of(pair.a()));
        gaps.tell(second, List.of(pair.a(), pair.b()));
        assertThat(gap(pair)).isNull();

        score(pair.b(), first, -1.5);
        gaps.tell(first, List.of(pair.b()));

        assertThat(gap(pair)).isEqualTo(2.5);
    }

    @Test
    void aModelOfTheOtherKindHasNoSay() {
        var pair = pair(Track.SAFETY);
        score(pair.a(), first, 1);
        score(pair.b(), first, 2);

        gaps.tell(first, List.of(pair.a(), pair.b()));

        assertThat(gap(pair)).isNull();
    }

    @Test
    void whoServesNextHasItsOwnGapsPutInThePlaceOfTheFormers() {
        var pair = pair(Track.HELPFULNESS);
        score(pair.a(), first, 1);
        score(pair.b(), first, 2);
        score(pair.a(), second, 10);
        score(pair.b(), second, 50);
        walk(gaps, first);
        assertThat(gap(pair)).isEqualTo(1);

        serve(second);
        walk(gaps, second);
        assertThat(gap(pair)).isEqualTo(40);

        serve(first);
        walk(gaps, first);
        assertThat(gap(pair)).isEqualTo(1);
    }

    @Test
    void whatTwoProcessesScoredAtOnceIsFoundInTheNextWalk() {
        var pair = pair(Track.HELPFULNESS);
        score(pair.a(), first, 1);
        var clock = new Hand();
        var walking = new PredictedGaps(beans.getBean(Gaps.class), jdbc, clock);
        walk(walking, first);

        score(pair.b(), first, 2);
        walk(walking, first);
        assertThat(gap(pair)).isNull();

        clock.now = clock.now.plus(Duration.ofMinutes(10));
        walk(walking, first);
        assertThat(gap(pair)).isEqualTo(1);
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

        Instant now = Instant.parse("2026-05-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static void walk(PredictedGaps gaps, String model) {
        while (gaps.tellSome(ModelKind.HELPFULNESS, model)) {
            Thread.onSpinWait();
        }
    }

    private Pair pair(Track track) {
        var campaign = new PreparedCampaign(beans, track, 1).withPairs(1);
        return jdbc.sql(
                        "select i.id, t.sample_a, t.sample_b from item i join turn t on t.conversation_id = i.conversation_id where i.campaign_id = ?")
                .param(campaign.id())
                .query((row, _) -> new Pair(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .single();
    }

    private void score(UUID sample, String model, double value) {
        samples.recordScore(sample, new Score(model, "helpfulness", "cpu", "fp32", value, 1, Instant.now()));
    }

    private @Nullable Double gap(Pair pair) {
        return jdbc.sql("select gap from task where item_id = ?")
                .param(pair.item())
                .query((row, _) -> row.getObject(1, Double.class))
                .list()
                .getFirst();
    }
}
