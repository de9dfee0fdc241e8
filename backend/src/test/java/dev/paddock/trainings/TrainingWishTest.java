package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class TrainingWishTest {

    @Autowired
    Trainings trainings;

    @Autowired
    Audit audit;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "LEAD"})
    void aCampaignThatIsNoneIsTold(Role role) {
        var caller = new Cast(beans).stranger(role);
        @SuppressWarnings("NullAway") // as JSON may have it
        List<UUID> nothing = Collections.singletonList(null);

        assertThatThrownBy(() -> trainings.start(caller, ModelKind.HELPFULNESS, nothing, Margin.SMALL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("campaigns hold a null");
    }

    @Test
    void theAuditTellsWhoStartedATrainingAndWhoCancelledIt() {
        var harvest = new Harvest(jdbc, "helpfulness");
        harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, "q", "a", "b"))
                .saved();
        var olive = new Cast(beans).olive();

        var run = trainings.start(olive, ModelKind.HELPFULNESS, List.of(harvest.campaign), Margin.SMALL);
        trainings.cancel(olive, run.id());

        var training = "training " + run.number();
        assertThat(audit.list(olive, null, 2).rows())
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(
                        tuple("training-cancelled", "helpfulness", training + ", was waiting"),
                        tuple("training-started", "helpfulness", training + ", campaigns: 1"));
    }
}
