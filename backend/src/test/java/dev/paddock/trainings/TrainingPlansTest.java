package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@BackendTest
class TrainingPlansTest {

    @Autowired
    TrainingPlans plans;

    @Autowired
    TrainingTable trainings;

    @Autowired
    TrainingPlanTable table;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    People people;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Harvest harvest;
    Cast cast;
    Caller olive;

    @BeforeEach
    void noneRuns() {
        jdbc.sql("delete from training").update();
        harvest = new Harvest(jdbc, "helpfulness");
        cast = new Cast(beans);
        olive = cast.olive();
    }

    @AfterEach
    void noneIsPlanned() {
        jdbc.sql("delete from training_plan").update();
    }

    private void plan(@Nullable Integer every, @Nullable Rhythm rhythm) {
        plan(olive, every, rhythm);
    }

    private void plan(Caller by, @Nullable Integer every, @Nullable Rhythm rhythm) {
        plans.put(by, harvest.campaign, new PlanWish(every, rhythm, null, Margin.LARGE));
    }

    private void compared(int count) {
        for (var question : Questions.learntFrom("Subject", count)) {
            var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "Yes.", "No.");
            harvest.said(turn).chose(turn.a()).degree("better").saved();
        }
    }

    private void theClocksTurnComes() {
        jdbc.sql(
                        "update training_plan set first_at = first_at - interval '7 days', next_at = next_at - interval '7 days'")
                .update();
    }

    private Instant next() {
        var clock = plans.find(olive, harvest.campaign).orElseThrow().clock();
        return Objects.requireNonNull(clock).next();
    }

    private List<Training> started() {
        plans.startDue();
        return trainings.before(Long.MAX_VALUE, 10);
    }

    @Test
    void startsATrainingAfterEverySoManyNewComparisons() {
        plan(30, null);
        compared(29);
        assertThat(started()).isEmpty();

        compared(1);
        started();

        assertThat(started()).singleElement().satisfies(training -> {
            assertThat(training.margin()).isEqualTo(Margin.LARGE);
            assertThat(training.campaigns()).containsExactly(harvest.campaign);
            assertThat(training.state()).isEqualTo(JobState.WAITING);
        });
    }

    @Test
    void whatFailedIsTriedAgainAfterAnHourAndWhatWasCancelledIsNot() {
        plan(20, null);
        compared(20);
        started();
        jdbc.sql("update training set state = 'failed', ended_at = now() - interval '59 minutes'")
                .update();
        assertThat(started()).hasSize(1);

        jdbc.sql("update training set state = 'cancelled', ended_at = now() - interval '61 minutes'")
                .update();
        assertThat(started()).hasSize(1);

        jdbc.sql("update training set state = 'failed'").update();
        assertThat(started()).hasSize(2);
    }

    @Test
    void aPlanWaitsForItsTurnWhileTooManyTrainingsWait() {
        plan(null, Rhythm.WEEKLY);
        compared(20);
        theClocksTurnComes();
        var turn = next();
        var elsewhere = new Harvest(jdbc, "helpfulness").campaign;
        for (var i = 0; i < TrainingTable.MOST_PENDING; i++) {
            trainings.add(ModelKind.HELPFULNESS, List.of(elsewhere), 0, Margin.NONE, null);
        }
        plans.startDue();
        assertThat(trainings.hasRoom()).isFalse();
        assertThat(next()).isEqualTo(turn);

        jdbc.sql("delete from training").update();
        assertThat(started())
                .singleElement()
                .satisfies(training -> assertThat(training.campaigns()).containsExactly(harvest.campaign));
        assertThat(next()).isAfter(turn);
    }

    @Test
    void startsATrainingByTheClockWhereThereIsAnythingNew() {
        plan(null, Rhythm.WEEKLY);
        theClocksTurnComes();
        assertThat(started()).as("nothing was said").isEmpty();

        compared(20);
        assertThat(started()).as("the turn is over").isEmpty();

        theClocksTurnComes();
        assertThat(started()).hasSize(1);
        var next = next();
        assertThat(next)
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
    }

    @Test
    void byTheClockItWaitsForWhatATrainingNeeds() {
        plan(null, Rhythm.DAILY);
        compared(19);
        theClocksTurnComes();

        assertThat(started()).isEmpty();
    }

    @Test
    void aTurnWaitsForTheTrainingThatIsPending() {
        plan(null, Rhythm.WEEKLY);
        compared(20);
        theClocksTurnComes();
        assertThat(started()).hasSize(1);
        compared(1);
        theClocksTurnComes();
        assertThat(started()).as("the first has not ended").hasSize(1);

        jdbc.sql("update training set state = 'done'").update();

        assertThat(started()).hasSize(2);
    }

    @Test
    void nobodyLooksWhileAnotherProcessDoes() {
        plan(20, null);
        compared(20);
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        own.executeWithoutResult(_ -> {
            table.waitAndLock();
            own.executeWithoutResult(_ -> plans.startDue());
        });
        assertThat(trainings.before(Long.MAX_VALUE, 1)).isEmpty();

        assertThat(started()).hasSize(1);
    }

    @Test
    void trainsForALeadOfTheCampaignUntilTheyLeadItNoMore() {
        var second = cast.stranger(Role.OWNER);
        plan(second, 20, null);
        compared(20);
        people.changeRole(olive, second.person(), Role.LEAD);
        assertThat(started()).as("a lead, but not of this campaign").isEmpty();

        harvest.member(second.person(), "lead");
        people.disable(olive, second.person());
        assertThat(started()).as("disabled").isEmpty();
        assertThat(plans.find(olive, harvest.campaign))
                .hasValueSatisfying(plan -> assertThat(plan.resting()).isTrue());

        people.enable(olive, second.person());
        assertThat(started()).hasSize(1);
    }

    @Test
    void refusesAPlanThatSaysNothingOrTheImpossible() {
        assertThatThrownBy(() -> plan(null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plan(19, null)).isInstanceOf(InvalidInput.class);
        var past = new PlanWish(null, Rhythm.DAILY, Instant.now().minusSeconds(60), Margin.NONE);
        assertThatThrownBy(() -> plans.put(olive, harvest.campaign, past)).isInstanceOf(InvalidInput.class);
    }
}
