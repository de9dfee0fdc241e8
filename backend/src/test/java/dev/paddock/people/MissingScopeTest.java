package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.NotAllowed;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is sent for a token that they cannot be given. */
class MissingScopeTest {

    private static Caller with(Role role, Scope scope) {
        return new Caller(UUID.randomUUID(), "Rita", role, Set.of(scope));
    }

    @Test
    void oneThatTheRoleCanHaveIsAMatterOfTheToken() {
        assertThatThrownBy(() -> with(Role.LEAD, Scope.ANNOTATE).require(Scope.SCORE))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("This token lacks the scope 'score'. Make one that has it.");
    }

    @Test
    void oneThatItCannotHaveIsAMatterOfTheRole() {
        assertThatThrownBy(() -> with(Role.REVIEWER, Scope.REVIEW).require(Scope.SCORE))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("This needs the scope 'score', which no token of somebody who is reviewer can have.");
    }
}
