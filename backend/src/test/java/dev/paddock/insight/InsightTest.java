package dev.paddock.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.reward.Agreement;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Proportion;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class InsightTest {

    @Autowired
    Insight insight;

    @Autowired
    JdbcClient jdbc;

    final Caller olive = Caller.signedIn(UUID.randomUUID(), "Olive", Role.OWNER);
    Harvest harvest;
    String model;

    @BeforeEach
    void plant() {
        harvest = new Harvest(jdbc, "helpfulness");
        model = "model-" + UUID.randomUUID();
        new BareModels(jdbc).serve("helpfulness", model);
    }

    @Test
    void listsConversationsWithTheirLastChoiceAndItsScores() {
        var conversation = harvest.conversation(null, "", harvest.ada);
        harvest.said(harvest.turn(conversation, 1, "How do whales sleep?", "One half at a time.", "They do not."))
                .saved();
        var last = harvest.turn(conversation, 2, "And seals?", "On land.", "In the sea.");
        var first = harvest.said(last).saved();
        harvest.said(last)
                .chose(last.b())
                .degree("slightly-better")
                .revising(first)
                .saved();
        harvest.score(last.a(), model, "helpfulness", 0.75);
        harvest.score(last.b(), model, "helpfulness", -0.5);

        assertThat(insight.conversations(olive, harvest.campaign, null, 10).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.opening()).isEqualTo("How do whales sleep?");
                    assertThat(row.by()).isEqualTo("ada");
                    assertThat(row.turns()).isEqualTo(2);
                    assertThat(row.state()).isEqualTo("answered");
                    assertThat(row.degree()).isEqualTo("slightly-better");
                    assertThat(row.chosenScore()).isEqualTo(-0.5);
                    assertThat(row.otherScore()).isEqualTo(0.75);
                    assertThat(row.disagrees()).isTrue();
                });
    }

    @Test
    void leavesOutWhatNobodyWasGiven() {
        harvest.turn(harvest.conversation(null, "", null), 1, "Prefetched", "Yes.", "No.");

        assertThat(insight.conversations(olive, harvest.campaign, null, 10).rows())
                .isEmpty();
    }

    @Test
    void goesThroughTheListPageByPage() {
        for (var i = 0; i < 5; i++) {
            harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, "Number " + i, "Yes.", "No."))
                    .saved();
        }

        var first = insight.conversations(olive, harvest.campaign, null, 3);
        var second = insight.conversations(olive, harvest.campaign, first.next(), 3);

        assertThat(first.rows()).hasSize(3);
        assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isNull();
    }

    @Test
    void showsAConversationWithSamplesScoresAndEveryRevision() {
        var conversation = harvest.conversation(harvest.prompt("Hi", "", ""), "Be brief.", harvest.ada);
        var turn = harvest.turn(conversation, 1, "Hi", "Hello.", "What?");
        var first = harvest.said(turn).saved();
        var second = harvest.said(turn).chose(turn.b()).revising(first).saved();
        harvest.score(turn.a(), model, "helpfulness", 1);

        var seen = insight.conversation(olive, conversation);

        assertThat(seen.conversation().systemText()).isEqualTo("Be brief.");
        assertThat(seen.turns()).singleElement().satisfies(one -> {
            assertThat(one.pair()).extracting(sample -> sample.text()).containsExactly("Hello.", "What?");
            assertThat(one.pair().getFirst().provenance().seed()).isEqualTo(7);
            assertThat(one.others()).isEmpty();
            assertThat(one.scoresOf(one.pair().getFirst()))
                    .singleElement()
                    .satisfies(score -> assertThat(score.value()).isEqualTo(1));
            assertThat(one.judgements()).extracting(Judgement::id).containsExactly(first, second);
            assertThat(one.judgements()).extracting(Judgement::stands).containsExactly(false, true);
            assertThat(one.judgements()).extracting(Judgement::side).containsExactly("left", "right");
            assertThat(one.isChosen(one.pair().getLast())).isTrue();
        });
    }

    @Test
    void showsWhatPeopleWroteToTheLeadsNewestFirst() {
        var flagged = turn();
        harvest.flagged(flagged, "Both are rude.");
        harvest.ended(turn(), "skipped", "skipped", "I know nothing of whales.");
        harvest.ended(turn(), "answered", "skipped", "It goes in circles.");
        harvest.ended(turn(), "expired", "overtime", "");
        harvest.ended(turn(), "answered", "left", "");

        var first = insight.flags(olive, harvest.campaign, null, 2);
        var second = insight.flags(olive, harvest.campaign, first.next(), 2);

        assertThat(first.rows())
                .extracting(FlagRow::kind, FlagRow::reason)
                .containsExactlyInAnyOrder(
                        tuple("skipped", "I know nothing of whales."), tuple("skipped", "It goes in circles."));
        assertThat(second.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("flagged");
            assertThat(row.reason()).isEqualTo("Both are rude.");
            assertThat(row.by()).isEqualTo("ada");
            assertThat(row.conversation()).isEqualTo(flagged.conversation());
            assertThat(row.opening()).isEqualTo("Hi");
            assertThat(row.turn()).isEqualTo(1);
        });
        assertThat(second.next()).isNull();
        assertThat(insight.flagCount(olive, harvest.campaign)).isEqualTo(3);
    }

    private Harvest.Turn turn() {
        return harvest.turn(harvest.conversation(null, "", harvest.ada), 1, "Hi", "Hello.", "What?");
    }

    @Test
    void countsWhatStands() {
        var mary = harvest.person("mary");
        for (var degree : new String[] {"significantly-better", "better", "better"}) {
            var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?");
            harvest.score(turn.a(), model, "helpfulness", 1);
            harvest.score(turn.b(), model, "helpfulness", 0);
            harvest.said(turn).degree(degree).by(mary).saved();
        }
        var revised = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?");
        harvest.said(revised)
                .chose(revised.b())
                .degree("slightly-better")
                .revising(harvest.said(revised).saved())
                .saved();

        var facts = insight.facts(olive, harvest.campaign);

        assertThat(facts.comparisons()).isEqualTo(4);
        assertThat(facts.people()).isEqualTo(2);
        assertThat(facts.left()).isEqualTo(new Proportion(3, 4));
        assertThat(facts.degrees().values())
                .containsExactly(
                        new Proportion(1, 4), new Proportion(2, 4), new Proportion(1, 4), new Proportion(0, 4));
        assertThat(facts.rewardModel()).isEqualTo(model);
        assertThat(facts.agreement()).isEqualTo(new Agreement(3, 3, 3, 3));
    }

    @Test
    void agreementOnPairsChosenByTheirSmallGapCountsApart() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?");
        harvest.score(turn.a(), model, "helpfulness", 1);
        harvest.score(turn.b(), model, "helpfulness", 0);
        harvest.said(turn).saved();
        assertThat(insight.facts(olive, harvest.campaign).impartialAgreement()).isEqualTo(new Agreement(1, 1, 1, 1));

        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();

        var facts = insight.facts(olive, harvest.campaign);
        assertThat(facts.agreement()).isEqualTo(new Agreement(1, 1, 1, 1));
        assertThat(facts.impartialAgreement()).isEqualTo(new Agreement(0, 0, 0, 0));
    }

    @Test
    void scoresOfTwoMachinesAreNotCompared() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?");
        harvest.score(turn.a(), model, "helpfulness", 1);
        harvest.score(turn.b(), model, "helpfulness", 0);
        jdbc.sql("update score set provider = 'cuda' where sample_id = ?")
                .param(turn.b())
                .update();
        harvest.said(turn).saved();

        assertThat(insight.facts(olive, harvest.campaign).agreement()).isEqualTo(new Agreement(0, 0, 0, 0));
    }

    @Test
    void anEmptyCampaignHasFiguresToo() {
        assertThat(insight.facts(olive, harvest.campaign).left().empty()).isTrue();
    }

    @Test
    void annotatorsSeeNothing() {
        var conversation = harvest.conversation(null, "", harvest.ada);
        var ada = Caller.signedIn(harvest.ada, "Ada", Role.ANNOTATOR);

        assertThatThrownBy(() -> insight.conversation(ada, conversation)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insight.facts(ada, harvest.campaign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insight.flags(ada, harvest.campaign, null, 10)).isInstanceOf(NotFound.class);
        harvest.member(harvest.ada, "annotator");
        assertThatThrownBy(() -> insight.conversation(ada, conversation)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insight.facts(ada, harvest.campaign)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> insight.flags(ada, harvest.campaign, null, 10)).isInstanceOf(NotAllowed.class);
    }
}
