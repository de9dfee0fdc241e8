package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.Questions;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All models of a kind are judged by the same comparisons, whichever campaigns they have learnt from. */
class SameJudgesTest extends MeasuredWorld {

    @SuppressWarnings("NullAway.Init")
    private Harvest elsewhere;

    @BeforeEach
    void others() {
        elsewhere = new Harvest(jdbc, "helpfulness");
        serves(String::length);
    }

    /** People there choose the long answer. */
    private UUID compared(Harvest where, String question) {
        var turn = where.turn(
                where.conversation(null, "", null),
                1,
                question,
                "A fish in a dish made a wish!",
                "This is well documented. Please consult the usual sources.");
        where.said(turn).chose(turn.b()).degree("better").saved();
        return turn.b();
    }

    @Test
    void thoseOfOtherCampaignsOfTheTrackAreAmongThem() {
        var judging =
                compared(elsewhere, Questions.heldOut("And what of that?", 1).getFirst());
        compared(
                elsewhere,
                Questions.learntFrom("Nobody learns from this here.", 1).getFirst());
        compared(
                new Harvest(jdbc, "safety"),
                Questions.heldOut("What is safe?", 1).getFirst());

        var training = trained();

        var report = report(training);
        assertThat(report.ownPairs()).isEqualTo(22);
        assertThat(report.heldOut()).isEqualTo(HELD_OUT + 1);
        var figures = Objects.requireNonNull(report.figures());
        assertThat(figures.accuracy()).as("it learnt otherwise").isEqualTo(75);
        assertThat(figures.serving()).isEqualTo(25);
        assertThat(jdbc.sql("select reward_model from score where sample_id = ?")
                        .param(judging)
                        .query(String.class)
                        .list())
                .contains(training.model());
    }

    @Test
    void areThoseThatStoodWhenItWasAskedFor() {
        var training = start();
        compared(elsewhere, Questions.heldOut("Too late to judge.", 1).getFirst());

        worker.work();

        assertThat(report(trainings.get(olive, training.id())).heldOut()).isEqualTo(HELD_OUT);
    }
}
