package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.datasets.Margin;
import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.shared.Conflict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditedTrainingsTest extends MeasuredWorld {

    @Autowired
    TrainingPlans plans;

    @Autowired
    TrainingTable table;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    CompletableFuture<Void> cancelling = CompletableFuture.completedFuture(null);

    private List<AuditEntry> entries(int count) {
        return audit.list(olive, null, count).rows();
    }

    @BeforeEach
    @AfterEach
    void noneIsPlanned() {
        jdbc.sql("delete from training_plan").update();
    }

    @Test
    void theAuditTellsOfPlansAndOfWhatTheyStart() {
        plans.put(olive, harvest.campaign, new PlanWish(20, Rhythm.WEEKLY, null, Margin.LARGE));
        plans.startDue();
        plans.remove(olive, harvest.campaign);
        plans.remove(olive, harvest.campaign);

        var training = trainings.list(olive, null, 1).rows().getFirst();
        assertThat(entries(3))
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(
                        tuple("training-plan-removed", harvest.name, ""),
                        tuple(
                                "training-started",
                                "helpfulness",
                                "training " + training.number() + ", by the plan of " + harvest.name),
                        tuple("training-plan-set", harvest.name, "every 20 comparisons, weekly, margin large"));
    }

    @Test
    void aTrainingThatEndsJustThenIsNotCancelled() throws Exception {
        var training = start();
        assertThat(entries(1)).extracting(AuditEntry::action).containsExactly("training-started");
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("update training set state = 'done', ended_at = now() where id = ?")
                    .param(training.id())
                    .update();
            cancelling =
                    CompletableFuture.runAsync(() -> assertThatThrownBy(() -> trainings.cancel(olive, training.id()))
                            .isInstanceOf(Conflict.class));
            while (nobodyWaitsForTheRow() && !cancelling.isDone()) {
                Thread.onSpinWait();
            }
        });
        cancelling.get();

        assertThat(entries(1)).extracting(AuditEntry::action).containsExactly("training-started");
    }

    @Test
    void oneThatRunsIsCancelledOnce() {
        var training = start();
        assertThat(table.claim("some process")).isPresent();

        assertThat(trainings.cancel(olive, training.id()).progress().phase()).isEqualTo("being cancelled");

        assertThatThrownBy(() -> trainings.cancel(olive, training.id()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("already");
        assertThat(entries(2)).extracting(AuditEntry::action).containsExactly("training-cancelled", "training-started");
    }

    private boolean nobodyWaitsForTheRow() {
        return jdbc.sql("select not exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
