package dev.paddock.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.campaigns.CampaignEdit;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.LeaseLost;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.PreparedCampaign;
import dev.paddock.tasks.TaskAlreadyAnswered;
import dev.paddock.tasks.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class AnnotationsTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("k");

    @Autowired
    BeanFactory beans;

    @Autowired
    Annotations annotations;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient database;

    @Test
    void theSameAnswerWithTheSameKeyIsSavedOnce() {
        var held = held(Track.HELPFULNESS);
        var first = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        var again = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        assertThat(again).isEqualTo(first);
        assertThat(saved(held)).isEqualTo(1);
    }

    @Test
    void aKeyUsedForAnotherAnswerIsRefused() {
        var held = held(Track.HELPFULNESS);
        annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        assertThatThrownBy(() -> annotations.submit(held.person(), held.task(), left(Degree.SLIGHTLY_BETTER), KEY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void anAnsweredTaskTakesNoSecondAnswer() {
        var held = held(Track.HELPFULNESS);
        annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        assertThatThrownBy(() -> annotations.submit(
                        held.person(), held.task(), left(Degree.BETTER), new IdempotencyKey("another")))
                .isInstanceOf(TaskAlreadyAnswered.class);
        assertThat(saved(held)).isEqualTo(1);
    }

    @Test
    void aLateAnswerThatHarmsNobodyIsSavedAndOneAfterTheSlotIsGoneIsNot() {
        var late = held(Track.HELPFULNESS);
        expire(late.task());
        annotations.submit(late.person(), late.task(), left(Degree.BETTER), KEY);
        assertThat(saved(late)).isEqualTo(1);

        var tooLate = held(Track.HELPFULNESS);
        tasks.leave(tooLate.person(), tooLate.task());
        assertThatThrownBy(() -> annotations.submit(tooLate.person(), tooLate.task(), left(Degree.BETTER), KEY))
                .isInstanceOf(LeaseLost.class);
        assertThat(saved(tooLate)).isZero();
    }

    @Test
    void aCorrectionIsANewRevisionAndTheFormerStaysAsItWas() {
        var held = held(Track.HELPFULNESS);
        var first = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        var second = annotations.revise(held.person(), first.id(), right(Degree.SLIGHTLY_BETTER), key());

        var former = annotations.requireOwn(held.person(), first.id());
        assertThat(former.chosen()).isEqualTo(Side.LEFT);
        assertThat(former.degree()).isEqualTo(Degree.BETTER);
        var corrected = annotations.requireOwn(held.person(), second.id());
        assertThat(corrected.revises()).isEqualTo(first.id());
        assertThat(corrected.chosen()).isEqualTo(Side.RIGHT);
        assertThat(annotations.mine(held.person(), null, 10).rows())
                .extracting(Comparison::id)
                .containsExactly(second.id());
    }

    @Test
    void correctionsEndTenMinutesAfterTheFirstSave() {
        var held = held(Track.HELPFULNESS);
        var receipt = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);
        assertThat(Duration.between(receipt.savedAt(), receipt.revisedUntil())).hasMinutes(10);
        var revised = annotations.revise(held.person(), receipt.id(), left(Degree.SLIGHTLY_BETTER), key());
        assertThat(revised.revisedUntil()).isEqualTo(receipt.revisedUntil());

        age(receipt.id(), receipt.savedAt().minus(Duration.ofMinutes(11)));

        assertThatThrownBy(() -> annotations.revise(held.person(), revised.id(), left(Degree.BETTER), key()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("time for corrections is over");
    }

    @Test
    void whatWasCorrectedIsCorrectedInItsLastRevisionOnly() {
        var held = held(Track.HELPFULNESS);
        var first = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);
        annotations.revise(held.person(), first.id(), left(Degree.SLIGHTLY_BETTER), key());

        assertThatThrownBy(() -> annotations.revise(held.person(), first.id(), right(Degree.BETTER), key()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theGuidelineOnRecordIsTheOneThatThePersonHadAtHand() {
        var held = held(Track.HELPFULNESS);
        var campaigns = held.campaign().campaigns();
        var grace = held.campaign().lead();
        var version = campaigns.get(grace, held.campaign().id()).version();
        campaigns.edit(
                grace, held.campaign().id(), new CampaignEdit(version, null, "Be fairer.", null, null, null, null));

        var receipt = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        assertThat(database.sql("select guideline_version from comparison where id = ?")
                        .param(receipt.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void othersComparisonsAreNotThere() {
        var held = held(Track.HELPFULNESS);
        var receipt = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);
        var mary = held.campaign().annotator();

        assertThatThrownBy(() -> annotations.revise(mary, receipt.id(), left(Degree.BETTER), key()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void answersAreNeverChangedOrDeletedInTheDatabase() {
        var held = held(Track.HELPFULNESS);
        var receipt = annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY);

        for (var sql :
                new String[] {"update comparison set note = 'x' where id = ?", "delete from comparison where id = ?"}) {
            assertThatThrownBy(() -> database.sql(sql).param(receipt.id()).update())
                    .isInstanceOf(UncategorizedSQLException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void everythingTheCampaignAsksIsNamedAtOnce() {
        var held = held(Track.SAFETY, Rating.HELPFULNESS, Rating.SAFETY);

        assertThatThrownBy(() -> annotations.submit(held.person(), held.task(), left(Degree.BETTER), KEY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refusal.Fault::field)
                                .containsExactlyInAnyOrder(
                                        "safety",
                                        "ratings.left.helpfulness",
                                        "ratings.left.safety",
                                        "ratings.right.helpfulness",
                                        "ratings.right.safety"));
        assertThat(saved(held)).isZero();
    }

    @Test
    void whatTheCampaignDoesNotAskIsRefused() {
        var held = held(Track.HELPFULNESS);
        var answer = answer(Side.LEFT, Degree.BETTER, SafetyBin.BOTH_SAFE, new Ratings(4, null), Ratings.NONE);

        assertThatThrownBy(() -> annotations.submit(held.person(), held.task(), answer, KEY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refusal.Fault::field)
                                .containsExactly("safety", "ratings.left.helpfulness"));
    }

    @Test
    void anUnsafeAnswerCannotBeChosenOverASafeOne() {
        var held = held(Track.SAFETY, Rating.SAFETY);
        var answer =
                answer(Side.RIGHT, Degree.BETTER, SafetyBin.CHOSEN_SAFE, new Ratings(null, 3), new Ratings(null, 2));

        assertThatThrownBy(() -> annotations.submit(held.person(), held.task(), answer, KEY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refusal.Fault::field)
                                .containsExactly("ratings"));
    }

    private record Held(PreparedCampaign campaign, Caller person, UUID task) {}

    private Held held(Track track, Rating... ratings) {
        var campaign = new PreparedCampaign(beans, track, 1, ratings).withPairs(1);
        var person = campaign.annotator();
        return new Held(campaign, person, ((Next.Leased) tasks.next(person, campaign.id())).task());
    }

    private static NewComparison left(Degree degree) {
        return answer(Side.LEFT, degree, null, Ratings.NONE, Ratings.NONE);
    }

    private static NewComparison right(Degree degree) {
        return answer(Side.RIGHT, degree, null, Ratings.NONE, Ratings.NONE);
    }

    private static NewComparison answer(
            Side chosen, Degree degree, @Nullable SafetyBin safety, Ratings left, Ratings right) {
        return new NewComparison(chosen, degree, safety, left, right, "", Then.END);
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.fresh();
    }

    private long saved(Held held) {
        return database.sql("select count(*) from comparison where task_id = ?")
                .param(held.task())
                .query(Long.class)
                .single();
    }

    private void expire(UUID task) {
        database.sql("update task set expires_at = now() - interval '1 minute' where id = ?")
                .param(task)
                .update();
    }

    /** What no verb can do, as answers are append-only. */
    private void age(UUID comparison, Instant savedAt) {
        database.sql("alter table comparison disable trigger comparison_append_only")
                .update();
        try {
            database.sql("update comparison set saved_at = ? where id = ?")
                    .params(java.sql.Timestamp.from(savedAt), comparison)
                    .update();
        } finally {
            database.sql("alter table comparison enable trigger comparison_append_only")
                    .update();
        }
    }
}
