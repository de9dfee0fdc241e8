package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class ScoringOrderTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Backlog backlog;

    @Autowired
    Samples samples;

    @Autowired
    PredictedGaps gaps;

    @Autowired
    ServingModels models;

    final String helpfulness = "helpfulness-" + UUID.randomUUID();
    final String safety = "safety-" + UUID.randomUUID();
    final FakeRewardModel helpful = new FakeRewardModel(ModelKind.HELPFULNESS);
    final FakeRewardModel safe = new FakeRewardModel(ModelKind.SAFETY);
    final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    Harvest harvest;
    UUID turn;
    ScoringOrder order;

    @BeforeEach
    void begin() {
        harvest = new Harvest(jdbc, "helpfulness");
        harvest.scoredSoFar(helpfulness, "helpfulness");
        harvest.scoredSoFar(safety, "safety");
        turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "old", "old")
                .id();
        order = new ScoringOrder(
                new Scoring(models, backlog, samples, gaps, Clock.systemUTC()), Clock.systemUTC(), () -> true);
    }

    private void serve() {
        models.serve(ModelKind.HELPFULNESS, new Standing.Serving(helpfulness, helpful));
        models.serve(ModelKind.SAFETY, new Standing.Serving(safety, safe));
    }

    private void toTheEnd() {
        while (order.scoreSome()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aModelThatIsStillBeingOpenedLooksAtAllOnceItServes() {
        models.serve(ModelKind.HELPFULNESS, new Standing.Opening());
        models.serve(ModelKind.SAFETY, new Standing.Opening());
        var old = harvest.sample(turn, "Years ago.", "embedded", now.minusDays(700));
        toTheEnd();

        serve();
        toTheEnd();

        assertThat(samples.scores(List.of(old)).get(old)).hasSize(2);
    }

    @Test
    void anImportKeepsNoLiveAnswerWaitingNorTheOtherModel() {
        serve();
        toTheEnd();
        imported(50, now.minusSeconds(20));
        var live = harvest.sample(turn, "Just said.", "openai", now.minusSeconds(10));
        helpful.asked.clear();
        safe.asked.clear();

        assertThat(order.scoreSome()).isTrue();

        assertThat(helpful.asked.getFirst().getLast().content()).isEqualTo("Just said.");
        assertThat(safe.asked.getFirst().getLast().content()).isEqualTo("Just said.");
        assertThat(samples.scores(List.of(live)).get(live)).hasSize(2);
        assertThat(helpful.asked).hasSameSizeAs(safe.asked).hasSizeLessThan(50);
        toTheEnd();
        assertThat(helpful.asked).hasSize(51);
        assertThat(safe.asked).hasSize(51);
    }

    @Test
    void whatALiveModelSaysDuringALongLookIsScoredBeforeItGoesOn() {
        imported(50, now.minusDays(300));
        serve();
        order.scoreSome();
        helpful.asked.clear();
        harvest.sample(turn, "Just said.", "openai", OffsetDateTime.now(ZoneOffset.UTC));

        order.scoreSome();

        assertThat(helpful.asked.getFirst().getLast().content()).isEqualTo("Just said.");
    }

    @Test
    void oneThatAlwaysFailsIsNotTriedForEver() {
        serve();
        toTheEnd();
        harvest.sample(turn, "poison", "openai", now.minus(Duration.ofSeconds(5)));

        toTheEnd();

        assertThat(order.scoreSome()).isFalse();
    }

    @Test
    void oneThatMakesItsServerFailComesAfterTheOthers() {
        serve();
        toTheEnd();
        helpful.goesAwayAt = "faint";
        safe.goesAwayAt = "faint";
        var faint = harvest.sample(turn, "faint", "openai", now.minusDays(300));
        var others = IntStream.range(0, 30)
                .mapToObj(i -> harvest.sample(turn, "Other " + i, "openai", now.minusDays(299)))
                .toList();
        var later = new ScoringOrder(
                new Scoring(models, backlog, samples, gaps, Clock.systemUTC()), Clock.systemUTC(), () -> true);

        later.scoreSome();
        assertThat(samples.scores(others)).isEmpty();
        for (var i = 0; i < 10; i++) {
            later.scoreSome();
        }

        assertThat(samples.scores(others)).hasSize(30);
        assertThat(samples.scores(List.of(faint))).isEmpty();
    }

    private void imported(int count, OffsetDateTime finished) {
        IntStream.range(0, count).forEach(i -> harvest.sample(turn, "Imported " + i, "imported", finished));
    }
}
