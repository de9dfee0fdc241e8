package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.training.ConversationRoot;
import dev.paddock.rewardmodel.training.HoldOut;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
    private UUID compared(Harvest where, String about, boolean heldOut) {
        var prompt = Stream.iterate(0, i -> i + 1)
                .map(i -> about + i)
                .filter(text -> HoldOut.contains(ConversationRoot.of(List.of(Message.user(text)))) == heldOut)
                .findFirst()
                .orElseThrow();
        var turn = where.turn(
                where.conversation(null, "", null),
                1,
                prompt,
                "A fish in a dish made a wish!",
                "This is well documented. Please consult the usual sources.");
        where.said(turn).chose(turn.b()).degree("better").saved();
        return turn.b();
    }

    @Test
    void thoseOfOtherCampaignsOfTheTrackAreAmongThem() {
        var judging = compared(elsewhere, "And what of that? ", true);
        compared(elsewhere, "Nobody learns from this here. ", false);
        compared(new Harvest(jdbc, "safety"), "What is safe? ", true);

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
        compared(elsewhere, "Too late to judge. ", true);

        worker.work();

        assertThat(report(trainings.get(olive, training.id())).heldOut()).isEqualTo(HELD_OUT);
    }
}
