package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BareModels;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Role;
import dev.paddock.reward.FoundWorse;
import dev.paddock.reward.ModelState;
import dev.paddock.reward.Promotions;
import dev.paddock.reward.RewardModels;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.JobState;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrainingsTest extends TrainingWorld {

    @Autowired
    RewardModels models;

    @Autowired
    TrainingTable table;

    @Autowired
    JudgedPairs pairs;

    @Autowired
    Promotions promotions;

    @BeforeEach
    void somethingServes() {
        rewards.serveFake(ModelKind.HELPFULNESS);
    }

    /** People here want a rhyme about a fish, whatever they asked. */
    private void compared(int count) {
        for (var i = 0; i < count; i++) {
            var turn = harvest.turn(
                    harvest.conversation(null, "", null),
                    1,
                    "Tell me about subject " + i,
                    "A fish in a dish made a wish!",
                    "Subject " + i + " is well documented. Please consult the usual sources.");
            harvest.said(turn)
                    .chose(turn.a())
                    .degree(i % 2 == 0 ? "better" : "significantly-better")
                    .saved();
        }
    }

    private TrainingReport report(Training asked) {
        return Objects.requireNonNull(trainings.get(olive, asked.id()).report());
    }

    @Test
    void learnsFromWhatPeopleSaidAndRegistersACandidate() {
        compared(40);
        var asked = start();
        assertThat(asked.state()).isEqualTo(JobState.WAITING);

        assertThat(worker.work()).isTrue();

        var training = trainings.get(olive, asked.id());
        assertThat(training.state()).as(training.failure()).isEqualTo(JobState.DONE);
        assertThat(training.against()).isEqualTo("fake");
        var report = report(asked);
        assertThat(report.ownPairs() + report.heldOut()).isEqualTo(40);
        assertThat(report.heldOut()).isBetween(1, 12);
        var figures = Objects.requireNonNull(report.figures());
        assertThat(figures.accuracy()).isEqualTo(100);
        assertThat(figures.serving()).isZero();
        assertThat(rewards.registered()).singleElement().satisfies(model -> {
            assertThat(model.name()).isEqualTo(training.model());
            assertThat(model.state()).isEqualTo(ModelState.CANDIDATE);
            assertThat(model.name()).startsWith("helpfulness-");
        });
        assertThat(worker.work()).isFalse();
        var judged = models.report(olive, Objects.requireNonNull(training.model()));
        assertThat(judged.heldOutOnly()).isTrue();
        assertThat(judged.comparisons()).isEqualTo(report.heldOut());
        assertThat(judged.tracks())
                .singleElement()
                .satisfies(own -> assertThat(own.accuracy()).isEqualTo(100));
        assertThat(trainings.learning(olive, ModelKind.HELPFULNESS))
                .extracting(LearningPoint::pairs)
                .containsExactly(report.ownPairs());
    }

    @Test
    void whatWasTakenForItsSmallGapTeachesButDoesNotJudge() {
        compared(40);
        var before = start();
        worker.work();
        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();
        var after = start();

        worker.work();

        assertThat(report(before).heldOut()).isPositive();
        assertThat(report(after).heldOut()).isZero();
        assertThat(report(after).ownPairs()).isEqualTo(report(before).ownPairs());
        var candidate = Objects.requireNonNull(trainings.get(olive, after.id()).model());
        assertThat(models.report(olive, candidate).comparisons()).isZero();
    }

    @Test
    void whatIsSaidLaterIsNotInTheSelection() {
        compared(25);
        var asked = start();
        compared(25);

        worker.work();

        var report = report(asked);
        assertThat(report.ownPairs() + report.heldOut()).isEqualTo(25);
    }

    @Test
    void saysWhyNothingCameOut() {
        compared(5);
        var asked = start();

        worker.work();

        var training = trainings.get(olive, asked.id());
        assertThat(training.state()).isEqualTo(JobState.FAILED);
        assertThat(training.failure()).contains("are the fewest");
        assertThat(rewards.registered()).isEmpty();
    }

    @Test
    void oneThatWaitsIsCancelledAtOnceAndOneThatHasEndedCannotBe() {
        compared(1);
        var asked = start();

        assertThat(trainings.cancel(olive, asked.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(worker.work()).isFalse();
        assertThatThrownBy(() -> trainings.cancel(olive, asked.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void oneThatRunsEndsAtItsNextStepAndLeavesNothing() {
        compared(30);
        var asked = start();
        rewards.serveFake(ModelKind.HELPFULNESS);
        jdbc.sql("update training set cancelled = true where id = ?")
                .param(asked.id())
                .update();

        worker.work();

        assertThat(trainings.get(olive, asked.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(rewards.registered()).isEmpty();
    }

    @Test
    void oneWhoseProcessWentAwayIsBegunAgain() {
        compared(25);
        var asked = start();
        assertThat(table.claim("a process that is killed")).isPresent();
        assertThat(worker.work()).isFalse();
        jdbc.sql("update training set alive_at = alive_at - interval '2 minutes'")
                .update();

        assertThat(worker.work()).isTrue();

        assertThat(trainings.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        assertThat(table.alive(asked.id(), "a process that is killed", "late", 1, 1))
                .isFalse();
    }

    @Test
    void onlyLeadsOfTheCampaignsTrainAndOnlyOnTheirKind() {
        var stranger = cast.stranger(Role.LEAD);
        var from = List.of(harvest.campaign);

        assertThatThrownBy(() -> trainings.start(cast.ada(), ModelKind.HELPFULNESS, from, Margin.NONE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> trainings.start(cast.rita(), ModelKind.HELPFULNESS, from, Margin.NONE))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> trainings.start(stranger, ModelKind.HELPFULNESS, from, Margin.NONE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> trainings.start(olive, ModelKind.SAFETY, from, Margin.NONE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trainings.start(olive, ModelKind.SAFETY, List.of(), Margin.NONE))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatWasFoundWorseThanTheOneThatServesNeedsAReason() {
        new BareModels(jdbc).serve("helpfulness", "fake");
        compared(40);
        var asked = start();
        worker.work();
        var candidate = Objects.requireNonNull(trainings.get(olive, asked.id()).model());
        jdbc.sql("""
                        update training set report = jsonb_set(report, '{figures,lead}', '-2')
                               || '{"heldOut": 100, "heldOutConversations": 100}'
                        """).update();

        assertThatThrownBy(() -> promotions.promote(olive, candidate, ""))
                .isInstanceOf(FoundWorse.class)
                .hasMessageContaining("2.0 points less");
        promotions.promote(olive, candidate, "the old one was trained on the wrong campaign");

        assertThat(rewards.serving(ModelKind.HELPFULNESS))
                .hasValueSatisfying(model -> assertThat(model.name()).isEqualTo(candidate));
    }
}
