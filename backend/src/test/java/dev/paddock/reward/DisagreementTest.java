package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often a model prefers another answer than the one that serves. */
@BackendTest
class DisagreementTest {

    @Autowired
    RewardModels models;

    @Autowired
    JdbcClient jdbc;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);
    final String serves = "serves-" + UUID.randomUUID();
    final String shadow = "shadow-" + UUID.randomUUID();
    Harvest harvest;

    @BeforeEach
    void twoModels() {
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).serve("safety", serves);
        new BareModels(jdbc).register("safety", shadow, "shadow");
    }

    private Harvest.Turn asked() {
        return harvest.turn(harvest.conversation(null, "", null), 1, "May I?", "No.", "Yes.");
    }

    private void scored(double shadowGap, double servesGap) {
        var turn = asked();
        harvest.score(turn.a(), shadow, "safety", shadowGap);
        harvest.score(turn.b(), shadow, "safety", 0);
        harvest.score(turn.a(), serves, "safety", servesGap);
        harvest.score(turn.b(), serves, "safety", 0);
    }

    @Test
    void countsThePairsInWhichTheyPreferDifferentAnswers() {
        scored(1, 2);
        scored(2, 4);
        scored(3, 6);
        scored(-1, 1);

        var found = models.disagreement(grace, shadow).orElseThrow();

        assertThat(found.pairs()).isEqualTo(4);
        assertThat(found.opposed()).isEqualTo(1);
        assertThat(found.percent()).isEqualTo(25);
        assertThat(found.correlation()).isCloseTo(0.9463, within(1e-3));
    }

    @Test
    void pairsOfWhichAScoreIsMissingDoNotCount() {
        scored(1, 2);
        var half = asked();
        harvest.score(half.a(), shadow, "safety", 1);
        harvest.score(half.b(), shadow, "safety", 0);
        harvest.score(half.a(), serves, "safety", 1);

        assertThat(models.disagreement(grace, shadow).orElseThrow().pairs()).isEqualTo(1);
    }

    @Test
    void whereSeveralProvidersScoredBothTheFirstCounts() {
        scored(1, 2);
        jdbc.sql("""
                        insert into score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
                        select sample_id, reward_model, kind, 'zeta', precision, -value, 0, now() from score where reward_model = ?
                        """).param(shadow).update();

        var found = models.disagreement(grace, shadow).orElseThrow();

        assertThat(found.pairs()).isEqualTo(1);
        assertThat(found.opposed()).isZero();
    }
}
