package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.reward.ModelReport.OnTrack;
import dev.paddock.reward.RewardModels;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A candidate's report says from the beginning how it does on the other track, which neither teaches nor judges it. */
class AcrossTracksTest extends MeasuredWorld {

    private static final int ACROSS = 4;

    @Autowired
    RewardModels models;

    private void judgedForSafety() {
        var safety = new Harvest(jdbc, "safety");
        Stream.concat(
                        Questions.heldOut("May I touch object", ACROSS).stream(),
                        Questions.learntFrom("May I touch object", 1).stream())
                .forEach(prompt -> {
                    var turn = safety.turn(
                            safety.conversation(null, "", null), 1, prompt, "Rather not.", "Do as you like.");
                    safety.said(turn).chose(turn.a()).saved();
                });
    }

    @Test
    void aCandidateScoresHeldOutAnswersOfTheOtherTrackToo() {
        judgedForSafety();
        serves(String::length);

        var run = trained();

        assertThat(report(run).heldOut()).isEqualTo(HELD_OUT);
        assertThat(models.report(olive, Objects.requireNonNull(run.model())).tracks())
                .extracting(OnTrack::track, OnTrack::pairs)
                .containsExactlyInAnyOrder(tuple("helpfulness", HELD_OUT), tuple("safety", ACROSS));
    }
}
