package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Questions;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that was trained here has two sets of figures; its page says by which it is promoted, and whether they are enough. */
class PromotionFiguresTest extends TwoModelsWorld {

    private static final String REPORT = """
            {"ownPairs": 90, "seedPairs": 0, "penalty": 1, "heldOut": %1$d, "heldOutConversations": %1$d, "leftOut": 0, "byDegree": [], "curve": [],
             "figures": {"accuracy": 66, "interval": {"low": 50, "high": 80}, "serving": 50, "lengthOnly": 55, "lead": 16,
                         "leadInterval": {"low": -3, "high": 35}}}
            """;
    private static final String REASON = "A promotion asks for a reason.";

    final UUID id = UUID.randomUUID();

    PromotionFiguresTest() {
        super("candidate");
    }

    @BeforeEach
    void bothHaveScoredOne() {
        var turn = scored(Questions.heldOut("question number", 1).getFirst(), 1, 1);
        harvest.said(turn).chose(turn.a()).saved();
    }

    private void trained(int heldOut) {
        trained(heldOut, serves);
    }

    private void trained(int heldOut, String against) {
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, model, against, report, created_at)
                        values (?, 'safety', '{}', 7, 'small', 'done', ?, ?, ?::jsonb, now())
                        """).params(id, other, against, REPORT.formatted(heldOut)).update();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from training where id = ?").param(id).update();
    }

    private AbstractStringAssert<?> figures() {
        return assertThat(page(other)).hasStatusOk().bodyText().contains("On 1 held-out comparisons");
    }

    @Test
    void itsTrainingWhichSaysEnough() {
        trained(100);

        figures()
                .contains("A promotion goes by this: beside " + serves
                        + ": On 100 held-out comparisons of 100 conversations it is right in 66.0 %")
                .doesNotContain(REASON);
    }

    @Test
    void itsTrainingWhichSaysTooLittle() {
        trained(99);

        figures()
                .contains(
                        REASON + " On 99 held-out comparisons of 99 conversations it is right in 66.0 %",
                        "Fewer than 100 conversations say too little")
                .doesNotContain("A promotion goes by this");
    }

    @Test
    void itsTrainingWhichWasBesideOneThatServesNoLonger() {
        trained(150, "former");

        figures()
                .contains(REASON + " It was measured against former, which serves no longer.")
                .doesNotContain("A promotion goes by this");
    }

    @Test
    void itsScoresWhereItWasNotTrainedHere() {
        figures().contains(REASON + " On 1 held-out comparisons of 1 conversations it is right in 100.0 %");
    }

    @Test
    void ofTheOneThatServesNoneAreAskedFor() {
        jdbc.sql("update reward_model set state = 'retired' where name = ?")
                .param(serves)
                .update();
        jdbc.sql("update reward_model set state = 'serving' where name = ?")
                .param(other)
                .update();
        trained(40);

        assertThat(page(other)).hasStatusOk().bodyText().doesNotContain(REASON, "A promotion goes by this");
    }
}
