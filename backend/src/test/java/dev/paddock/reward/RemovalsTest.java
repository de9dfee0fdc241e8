package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody needs can go, and nothing else. */
class RemovalsTest extends DefaultWorld {

    @Autowired
    Removals removals;

    @Autowired
    Promotions promotions;

    private Path folder(String name) {
        return stable.path(registry.find(name).orElseThrow());
    }

    private List<Path> drafts() throws IOException {
        var drafts = stable.path(registry.after("", 1).getFirst()).resolveSibling("");
        try (var files = Files.newDirectoryStream(drafts, ".draft-*")) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }

    private void stays(String name, String why) {
        var before = registry.find(name);

        assertThatThrownBy(() -> removals.remove(grace, name))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(why);

        assertThat(registry.find(name)).isEqualTo(before);
        assertThat(folder(name)).isDirectory();
    }

    @Test
    void theFilesOfACandidateGoAndItsNameStays() throws Exception {
        var other = register("goes");
        var known = registry.find(other).orElseThrow();
        assertThat(folder(other)).isDirectory();
        var drafts = drafts();

        removals.remove(grace, other);

        assertThat(folder(other)).doesNotExist();
        assertThat(drafts()).isEqualTo(drafts);
        assertThat(state(other)).isEqualTo(ModelState.REMOVED);
        assertThat(registry.find(other).orElseThrow().sha256()).isEqualTo(known.sha256());
        assertThat(models.card(grace, other)).isEmpty();
        assertThat(jdbc.sql("select detail from audit_entry where action = 'reward-model-removed' and subject = ?")
                        .param(other)
                        .query(String.class)
                        .single())
                .isEqualTo("was candidate; " + known.sha256());
        assertThatThrownBy(() -> promotions.promote(grace, other, "all the same"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Its bundle was removed");
        assertThatThrownBy(() -> promotions.shadow(grace, other)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> promotions.retire(grace, other)).isInstanceOf(Conflict.class);
        stillRemoved(other);
    }

    private void stillRemoved(String name) {
        assertThat(state(name)).isEqualTo(ModelState.REMOVED);
        assertThatThrownBy(() -> removals.remove(grace, name)).hasMessageContaining("removed already");
    }

    @Test
    void theSameBundleCanBeRegisteredAgain() throws Exception {
        var other = register("other");
        removals.remove(grace, other);

        assertThat(register("other")).isEqualTo(other);

        assertThat(state(other)).isEqualTo(ModelState.CANDIDATE);
        promotions.promote(grace, other, "to see that it is whole");
        follower.catchUp();
        assertThat(running()).isEqualTo(other);
    }

    @Test
    void oneWhoseFilesAreGoneAlreadyGoesToo() throws Exception {
        var other = register("other");
        Durable.delete(folder(other));

        removals.remove(grace, other);

        assertThat(state(other)).isEqualTo(ModelState.REMOVED);
    }

    @Test
    void whatServesWhatShadowsAndWhatPaddockBringsStay() {
        var other = register("other");
        stays(running(), "It serves");
        promotions.shadow(grace, other);
        stays(other, "Retire it first");
        var brought = running();
        promotions.promote(grace, other, "to see");
        stays(brought, "came with Paddock");
    }

    @Test
    void whatARollbackWouldReturnToStaysAndWhatWasBeforeThatMayGo() throws Exception {
        var older = register("older");
        var former = register("former");
        var latest = register("latest");
        promotions.promote(grace, older, "one");
        promotions.promote(grace, former, "two");
        promotions.promote(grace, latest, "three");

        stays(former, "Rolling back would return to it");
        removals.remove(grace, older);

        promotions.rollBack(grace, ModelKind.SAFETY);
        follower.catchUp();
        assertThat(running()).isEqualTo(former);
    }

    @Test
    void itTakesALead() {
        var other = register("other");
        var rita = Caller.signedIn(UUID.randomUUID(), "Rita", Role.REVIEWER);

        assertThatThrownBy(() -> removals.remove(rita, other)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theRemovedComeLastOfTheirKind() {
        var other = register("other");
        var newer = register("newer");
        removals.remove(grace, newer);

        assertThat(models.list(grace, null, 10).rows())
                .extracting(seen -> seen.model().name())
                .containsExactly(running(), other, newer);
    }
}
