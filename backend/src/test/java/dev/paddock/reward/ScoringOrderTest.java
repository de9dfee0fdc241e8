package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoringOrderTest extends ScoredWorld {

    final String helpfulness = "helpfulness-" + UUID.randomUUID();
    final String safety = "safety-" + UUID.randomUUID();
    final FakeRewardModel helpful = new FakeRewardModel(ModelKind.HELPFULNESS);
    final FakeRewardModel safe = new FakeRewardModel(ModelKind.SAFETY);
    final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    UUID turn;
    Looks looks;

    @BeforeEach
    void begin() {
        harvest.scoredSoFar(helpfulness, "helpfulness");
        harvest.scoredSoFar(safety, "safety");
        turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "old", "old")
                .id();
        looks = new Looks(beans);
    }

    private void serve() {
        models.serve(ModelKind.HELPFULNESS, new Standing.Serving(helpfulness, helpful));
        models.serve(ModelKind.SAFETY, new Standing.Serving(safety, safe));
    }

    @Test
    void aModelThatIsStillBeingOpenedLooksAtAllOnceItServes() {
        models.serve(ModelKind.HELPFULNESS, new Standing.Opening());
        models.serve(ModelKind.SAFETY, new Standing.Opening());
        var old = harvest.sample(turn, "Years ago.", "embedded", now.minusDays(700));
        looks.toTheEnd();

        serve();
        looks.toTheEnd();

        assertThat(samples.scores(List.of(old)).get(old)).hasSize(2);
    }

    @Test
    void anImportKeepsNoLiveAnswerWaitingNorTheOtherModel() {
        serve();
        looks.toTheEnd();
        imported(50, now.minusSeconds(20));
        var live = harvest.sample(turn, "Just said.", "openai", now.minusSeconds(10));
        helpful.asked.clear();
        safe.asked.clear();

        assertThat(looks.some()).isTrue();

        assertThat(helpful.asked.getFirst().getLast().content()).isEqualTo("Just said.");
        assertThat(safe.asked.getFirst().getLast().content()).isEqualTo("Just said.");
        assertThat(samples.scores(List.of(live)).get(live)).hasSize(2);
        assertThat(helpful.asked).hasSameSizeAs(safe.asked).hasSizeLessThan(50);
        looks.toTheEnd();
        assertThat(helpful.asked).hasSize(51);
        assertThat(safe.asked).hasSize(51);
    }

    @Test
    void whatALiveModelSaysDuringALongLookIsScoredBeforeItGoesOn() {
        imported(50, now.minusDays(300));
        serve();
        looks.some();
        helpful.asked.clear();
        harvest.sample(turn, "Just said.", "openai", OffsetDateTime.now(ZoneOffset.UTC));

        looks.some();

        assertThat(helpful.asked.getFirst().getLast().content()).isEqualTo("Just said.");
    }

    @Test
    void oneThatAlwaysFailsIsNotTriedForEver() {
        serve();
        looks.toTheEnd();
        harvest.sample(turn, "poison", "openai", now.minus(Duration.ofSeconds(5)));

        looks.toTheEnd();

        assertThat(looks.some()).isFalse();
    }

    @Test
    void oneThatMakesItsServerFailComesAfterTheOthers() {
        serve();
        looks.toTheEnd();
        helpful.goesAwayAt = "faint";
        safe.goesAwayAt = "faint";
        var faint = harvest.sample(turn, "faint", "openai", now.minusDays(300));
        var others = IntStream.range(0, 30)
                .mapToObj(i -> harvest.sample(turn, "Other " + i, "openai", now.minusDays(299)))
                .toList();
        var later = new Looks(beans);

        later.some();
        assertThat(samples.scores(others)).isEmpty();
        for (var i = 0; i < 10; i++) {
            later.some();
        }

        assertThat(samples.scores(others)).hasSize(30);
        assertThat(samples.scores(List.of(faint))).isEmpty();
    }

    private void imported(int count, OffsetDateTime finished) {
        IntStream.range(0, count).forEach(i -> harvest.sample(turn, "Imported " + i, "imported", finished));
    }
}
