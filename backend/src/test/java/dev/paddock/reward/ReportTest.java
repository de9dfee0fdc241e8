package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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

/** Figures worked out by hand. */
@BackendTest
class ReportTest {

    @Autowired
    RewardModels models;

    @Autowired
    JdbcClient jdbc;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);
    final String model = "model-" + UUID.randomUUID();
    Harvest harvest;

    @BeforeEach
    void registered() {
        harvest = new Harvest(jdbc, "helpfulness");
        new BareModels(jdbc).register("helpfulness", model, "retired");
    }

    private int conversations;

    private void compared(String degree, String chosen, double chosenScore, String rejected, double rejectedScore) {
        compared(harvest, degree, chosen, chosenScore, rejected, rejectedScore);
    }

    private void compared(
            Harvest in, String degree, String chosen, double chosenScore, String rejected, double rejectedScore) {
        var turn = in.turn(in.conversation(null, "", null), 1, "Question " + conversations++, chosen, rejected);
        in.score(turn.a(), model, "helpfulness", chosenScore);
        in.score(turn.b(), model, "helpfulness", rejectedScore);
        in.said(turn).chose(turn.a()).degree(degree).saved();
    }

    private ModelReport report() {
        return models.report(grace, model);
    }

    @Test
    void countsByTrackAndDegreeWithTheLengthBaseline() {
        compared("better", "long answer", 2, "short", 1);
        compared("better", "long answer", 1, "short", 2);
        compared("slightly-better", "tiny", 3, "longer one", 1);
        compared("slightly-better", "same", 1, "size", 1);
        compared(new Harvest(jdbc, "safety"), "better", "no", 0, "yes!", 1);

        var report = report();

        assertThat(report.heldOutOnly()).isFalse();
        assertThat(report.comparisons()).isEqualTo(5);
        var own = report.tracks().getFirst();
        assertThat(own.track()).isEqualTo("helpfulness");
        assertThat(own.accuracy()).isEqualTo(62.5);
        assertThat(own.lengthOnly()).isEqualTo(62.5);
        assertThat(own.longerByPeople()).isCloseTo(200.0 / 3, within(1e-9));
        assertThat(own.longerByModel()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(own.low()).isLessThan(62.5);
        assertThat(report.tracks().getLast().track()).isEqualTo("safety");
        assertThat(report.tracks().getLast().accuracy()).isZero();
        assertThat(report.degrees())
                .extracting("degree", "pairs", "accuracy")
                .containsExactly(tuple("better", 2, 50.0), tuple("slightly-better", 2, 75.0));
        assertThat(own.degrees()).isEqualTo(report.degrees());
        assertThat(report.tracks().getLast().degrees())
                .extracting("degree", "pairs", "accuracy")
                .containsExactly(tuple("better", 1, 0.0));
        assertThat(report.rounds())
                .extracting("round", "degree", "pairs", "accuracy")
                .containsExactly(
                        tuple(1, "all", 4, 62.5), tuple(1, "better", 2, 50.0), tuple(1, "slightly-better", 2, 75.0));
        assertThat(report.rounds().getFirst().low()).isEqualTo(own.low()).isLessThan(62.5);
        assertThat(report.rounds().getFirst().high()).isEqualTo(own.high());
        assertThat(report.gapQuarters()).hasSize(4).last().isEqualTo(50.0);
    }

    @Test
    void whatWasTakenForItsSmallGapDoesNotCount() {
        compared("better", "a", 1, "b", 2);
        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();
        compared("better", "a", 2, "b", 1);

        var report = report();

        assertThat(report.comparisons()).isEqualTo(1);
        assertThat(report.tracks())
                .singleElement()
                .satisfies(own -> assertThat(own.accuracy()).isEqualTo(100));
    }

    @Test
    void comparesHowSureItIsWithHowOftenItIsRight() {
        var sure = Math.log(0.93 / 0.07);
        compared("better", "a", sure, "b", 0);
        compared("better", "a", 0, "b", sure);

        assertThat(report().reliability()).singleElement().satisfies(bin -> {
            assertThat(bin.from()).isEqualTo(0.9);
            assertThat(bin.pairs()).isEqualTo(2);
            assertThat(bin.predicted()).isCloseTo(93, within(1e-9));
            assertThat(bin.observed()).isEqualTo(50);
        });
    }

    @Test
    void givesTheMeanScoreOfEachRating() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "a", "b");
        harvest.score(turn.a(), model, "helpfulness", 3);
        harvest.score(turn.b(), model, "helpfulness", 1);
        harvest.said(turn).chose(turn.a()).helpfulness(5, 2).saved();
        harvest.said(turn)
                .by(harvest.person("bo"))
                .chose(turn.b())
                .helpfulness(3, 4)
                .saved();

        assertThat(report().ratings())
                .extracting("rating", "samples", "meanScore")
                .containsExactly(tuple(2.5, 1, 1.0), tuple(4.5, 1, 3.0));
    }

    @Test
    void showsHowScoresAreSpread() {
        compared("better", "a", 3, "b", 1);
        compared("better", "a", 2, "b", 0);

        var spreads = report().scores();

        assertThat(spreads.stream().mapToInt(ModelReport.Spread::samples).sum()).isEqualTo(4);
        assertThat(spreads)
                .extracting("variant", "round", "samples", "mean")
                .containsExactly(tuple("starter-cool", 1, 2, 0.5), tuple("starter-warm", 1, 2, 2.5));
        assertThat(spreads).allSatisfy(spread -> {
            assertThat(spread.counts()).hasSize(20);
            assertThat(spread.counts().stream().mapToInt(i -> i).sum()).isEqualTo(spread.samples());
        });
    }
}
