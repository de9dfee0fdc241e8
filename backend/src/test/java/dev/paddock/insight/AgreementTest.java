package dev.paddock.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often the model that serves agrees with a campaign's people: by the same rules as on the model's page. */
@BackendTest
class AgreementTest {

    private static final String HELD_OUT = Questions.heldOut("About", 1).getFirst();
    private static final String LEARNT = Questions.learntFrom("About", 1).getFirst();

    @Autowired
    Insight insight;

    @Autowired
    JdbcClient jdbc;

    final Caller olive = Caller.signedIn(UUID.randomUUID(), "Olive", Role.OWNER);
    final String model = "model-" + UUID.randomUUID();
    Harvest harvest;

    @BeforeEach
    void plant() {
        harvest = new Harvest(jdbc, "helpfulness");
        new BareModels(jdbc).serve("helpfulness", model);
    }

    /** Or no default would take its place in other tests. */
    @AfterEach
    void wasBrought() {
        liesIn("nowhere");
    }

    private void wasTrainedHere() {
        liesIn("own-folder");
    }

    private void liesIn(String folder) {
        jdbc.sql("update reward_model set folder = ? where name = ?")
                .params(folder, model)
                .update();
    }

    private Harvest.Turn scored(UUID conversation, String question, double a, double b) {
        var turn = harvest.turn(conversation, 1, question, "Hello.", "What?");
        harvest.score(turn.a(), model, "helpfulness", a);
        harvest.score(turn.b(), model, "helpfulness", b);
        return turn;
    }

    private void said(String question, double a, double b) {
        harvest.said(scored(harvest.conversation(null, "", null), question, a, b))
                .saved();
    }

    @Test
    void whatAModelLearntFromSaysNothingOfHowOftenItIsRight() {
        said(HELD_OUT.toUpperCase(Locale.ROOT), 0, 1);
        said(LEARNT, 1, 0);
        said(LEARNT, 2, 0);
        wasTrainedHere();

        var agreement = insight.facts(olive, harvest.campaign).impartialAgreement();

        assertThat(agreement.of()).isEqualTo(1);
        assertThat(agreement.share()).isZero();
    }

    @Test
    void oneThatPaddockBringsNeverSawAnyOfThem() {
        said(HELD_OUT, 0, 1);
        said(LEARNT, 1, 0);

        var agreement = insight.facts(olive, harvest.campaign).impartialAgreement();

        assertThat(agreement.of()).isEqualTo(2);
        assertThat(agreement.share()).isEqualTo(0.5);
    }

    @Test
    void aPreparedConversationIsHeldOutByItsFirstMessage() {
        var heldOut = harvest.conversation(null, "", null);
        harvest.context(heldOut, 1, "user", HELD_OUT);
        harvest.context(heldOut, 2, "assistant", LEARNT);
        harvest.said(scored(heldOut, LEARNT, 1, 0)).saved();
        var learnt = harvest.conversation(null, "", null);
        harvest.context(learnt, 1, "user", LEARNT);
        harvest.said(scored(learnt, HELD_OUT, 0, 1)).saved();
        wasTrainedHere();

        var agreement = insight.facts(olive, harvest.campaign).impartialAgreement();

        assertThat(agreement.of()).isEqualTo(1);
        assertThat(agreement.share()).isEqualTo(1);
    }

    @Test
    void equalScoresAreHalfRight() {
        said(HELD_OUT, 1, 1);
        said(HELD_OUT, 1, 0);

        assertThat(insight.facts(olive, harvest.campaign).agreement().share()).isEqualTo(0.75);
    }

    @Test
    void theUnsafeAnswerChosenOverASafeOneMeasuresNothing() {
        said(HELD_OUT, 1, 0);
        harvest.said(scored(harvest.conversation(null, "", null), HELD_OUT, 0, 1))
                .safety("both-safe", 2, 4)
                .saved();

        var facts = insight.facts(olive, harvest.campaign);

        assertThat(facts.comparisons()).isEqualTo(2);
        assertThat(facts.agreement().of()).isEqualTo(1);
    }
}
