package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.datasets.Margin;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees to what plans start: a training that can only fail would fail again and again. */
class PlansInVainTest extends MeasuredWorld {

    @Autowired
    TrainingPlans plans;

    @AfterEach
    void noneIsPlanned() {
        jdbc.sql("delete from training_plan").update();
    }

    private void plan(UUID campaign) {
        plans.put(olive, campaign, new PlanWish(20, null, null, Margin.NONE));
    }

    private static void compare(Harvest harvest, List<String> questions) {
        questions.forEach(
                question -> harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, question, "Yes.", "No."))
                        .saved());
    }

    private int started() {
        plans.startDue();
        return trainings.list(olive, null, 10).rows().size();
    }

    private void allFailed(String ago) {
        jdbc.sql("update training set state = 'failed', ended_at = now() - ?::interval")
                .param(ago)
                .update();
    }

    @Test
    void itWaitsForAsManyComparisonsAsATrainingLearnsFrom() {
        var few = new Harvest(jdbc, "helpfulness");
        plan(few.campaign);
        compare(few, Questions.heldOut("What of place", 2));
        compare(few, Questions.learntFrom("What of place", 18));
        assertThat(started()).isZero();

        compare(few, Questions.learntFrom("And what of", 2));

        assertThat(started()).isEqualTo(1);
    }

    @Test
    void whatFailsAgainIsTriedOnceADay() {
        plan(harvest.campaign);
        assertThat(started()).isEqualTo(1);
        allFailed("61 minutes");
        assertThat(started()).isEqualTo(2);

        allFailed("61 minutes");
        assertThat(started()).isEqualTo(2);
        allFailed("23 hours");
        assertThat(started()).isEqualTo(2);
        allFailed("25 hours");
        assertThat(started()).isEqualTo(3);
    }

    @Test
    void whatFailedAgainIsTriedSoonerWithAsManyNewOnesAsThePlanAsksFor() {
        plan(harvest.campaign);
        started();
        allFailed("61 minutes");
        assertThat(started()).isEqualTo(2);
        allFailed("1 minute");
        compare(harvest, Questions.learntFrom("And what of", 19));
        assertThat(started()).isEqualTo(2);

        compare(harvest, Questions.learntFrom("And of", 1));

        assertThat(started()).isEqualTo(3);
    }
}
