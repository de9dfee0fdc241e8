package dev.paddock.bestofk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.bestofk.work.RunWorld;
import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.shared.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditedRunsTest extends RunWorld {

    @Autowired
    Audit audit;

    @Test
    void tellsWhoStartedARunAndWhoCancelledIt() {
        var run = runs.start(olive, wish(2, 1.2, 0.8));
        runs.cancel(olive, run.id());
        assertThatThrownBy(() -> runs.cancel(olive, run.id())).isInstanceOf(Conflict.class);

        var number = "run " + run.number();
        assertThat(entries())
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(
                        tuple("best-of-k-cancelled", campaign.name(), number + ", was waiting"),
                        tuple(
                                "best-of-k-started",
                                campaign.name(),
                                number + ": 8 samples of " + variant() + ", revision 1"));
        assertThat(entries()).extracting(AuditEntry::person).containsOnly("Olive");
    }

    private List<AuditEntry> entries() {
        return audit.list(olive, null, 2).rows();
    }
}
