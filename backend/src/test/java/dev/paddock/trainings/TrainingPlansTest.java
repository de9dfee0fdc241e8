package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class TrainingPlansTest {

    @Autowired
    TrainingPlans plans;

    @Autowired
    TrainingRunTable runs;

    @Autowired
    JdbcClient jdbc;

    Harvest harvest;
    Caller olive;

    @BeforeEach
    void noneRuns() {
        jdbc.sql("delete from training_run").update();
        harvest = new Harvest(jdbc, "helpfulness");
        olive = Caller.signedIn(harvest.ada, "Olive", Role.OWNER);
        jdbc.sql("update person set role = 'owner' where id = ?")
                .param(harvest.ada)
                .update();
    }

    @AfterEach
    void noneIsPlanned() {
        jdbc.sql("delete from training_plan").update();
    }

    private void plan(@Nullable Integer every, @Nullable Rhythm rhythm) {
        plans.put(olive, harvest.campaign, new PlanWish(every, rhythm, null, Margin.LARGE));
    }

    private void compared(int count) {
        for (var i = 0; i < count; i++) {
            var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Subject " + i, "Yes.", "No.");
            harvest.said(turn).chose(turn.a()).degree("better").saved();
        }
    }

    private void theClocksTurnComes() {
        jdbc.sql(
                        "update training_plan set first_at = first_at - interval '7 days', next_at = next_at - interval '7 days'")
                .update();
    }

    private List<TrainingRun> started() {
        plans.startDue();
        return runs.before(Long.MAX_VALUE, 10);
    }

    @Test
    void startsATrainingAfterEverySoManyNewComparisons() {
        plan(30, null);
        compared(29);
        assertThat(started()).isEmpty();

        compared(1);
        started();

        assertThat(started()).singleElement().satisfies(run -> {
            assertThat(run.margin()).isEqualTo(Margin.LARGE);
            assertThat(run.campaigns()).containsExactly(harvest.campaign);
            assertThat(run.state()).isEqualTo(TrainingRun.State.WAITING);
        });
    }

    @Test
    void startsATrainingByTheClockWhereThereIsAnythingNew() {
        plan(null, Rhythm.WEEKLY);
        theClocksTurnComes();
        assertThat(started()).as("nothing was said").isEmpty();

        compared(1);
        assertThat(started()).as("the turn is over").isEmpty();

        theClocksTurnComes();
        assertThat(started()).hasSize(1);
        var next = plans.find(olive, harvest.campaign).orElseThrow().nextAt();
        assertThat(next)
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
    }

    @Test
    void turnsAreCountedFromTheFirst() {
        plan(null, Rhythm.MONTHLY);
        jdbc.sql("update training_plan set first_at = '2026-01-31T03:00Z', next_at = '2026-02-28T03:00Z'")
                .update();

        plans.startDue();

        var next = plans.find(olive, harvest.campaign).orElseThrow().nextAt();
        assertThat(next)
                .isEqualTo(Rhythm.MONTHLY.next(Instant.parse("2026-01-31T03:00:00Z"), Instant.now()))
                .isAfter(Instant.now());
    }

    @Test
    void restsWhereWhoeverMadeItLeadsNoLonger() {
        plan(20, null);
        compared(20);
        jdbc.sql("update person set role = 'annotator' where id = ?")
                .param(harvest.ada)
                .update();

        assertThat(started()).isEmpty();
        assertThat(plans.find(olive, harvest.campaign))
                .hasValueSatisfying(plan -> assertThat(plan.resting()).isTrue());
    }

    @Test
    void refusesAPlanThatSaysNothingOrTheImpossible() {
        assertThatThrownBy(() -> plan(null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plan(19, null)).isInstanceOf(InvalidInput.class);
        var timeless = new PlanWish(20, null, Instant.now().plusSeconds(60), Margin.NONE);
        assertThatThrownBy(() -> plans.put(olive, harvest.campaign, timeless)).isInstanceOf(InvalidInput.class);
        var past = new PlanWish(null, Rhythm.DAILY, Instant.now().minusSeconds(60), Margin.NONE);
        assertThatThrownBy(() -> plans.put(olive, harvest.campaign, past)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aMonthAfterTheLastOfAMonthIsItsLastAndThenTheLastAgain() {
        var turn = Instant.parse("2027-01-31T03:00:00Z");

        assertThat(Rhythm.MONTHLY.next(turn, turn)).isEqualTo("2027-02-28T03:00:00Z");
        assertThat(Rhythm.MONTHLY.next(turn, Instant.parse("2027-03-05T00:00:00Z")))
                .isEqualTo("2027-03-31T03:00:00Z");
    }
}
