package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class PeopleTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    Tokens tokens;

    @Autowired
    SignIns signIns;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient sql;

    Cast cast;

    @BeforeEach
    void enter() {
        cast = new Cast(context);
    }

    @Test
    void shutsADisabledPersonOutAtOnce() {
        var gone = cast.stranger(Role.LEAD);
        var began = signIns.sessionBegins();
        var token = cast.token(gone);
        assertThat(signIns.ofSession(gone.person(), began)).contains(gone);

        people.disable(cast.olive(), gone.person());

        assertThat(signIns.ofSession(gone.person(), began)).isEmpty();
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThatThrownBy(() -> signIns.signIn(cast.email(gone), Cast.PASSWORD, "::1"))
                .isInstanceOf(SignInFailed.class);
    }

    @Test
    void letsAnEnabledPersonInAgainButNotTheirOldTokensAndSessions() {
        var back = cast.stranger(Role.LEAD);
        var began = signIns.sessionBegins().minusSeconds(1);
        var token = cast.token(back);

        people.disable(cast.olive(), back.person());
        people.enable(cast.olive(), back.person());

        assertThat(signIns.signIn(cast.email(back), Cast.PASSWORD, "::1")).isEqualTo(back);
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(signIns.ofSession(back.person(), began)).isEmpty();
    }

    @Test
    void voidsTheInvitationOfADisabledPerson() {
        var invited = invitations.invite(cast.olive(), "was@lab.example", "Was", Role.ANNOTATOR);

        people.disable(cast.olive(), invited.person().id());

        assertThatThrownBy(() -> invitations.accept(invited.secret(), null, Cast.PASSWORD))
                .isInstanceOf(LinkVoid.class);
    }

    @Test
    void keepsTheLastOwnerWhoCanSignIn() {
        var olive = onlyOwner();
        invitations.invite(olive, "second@lab.example", "Second", Role.OWNER);

        assertThatThrownBy(() -> people.disable(olive, olive.person())).isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> people.changeRole(olive, olive.person(), Role.LEAD))
                .isInstanceOf(LastOwner.class);
    }

    @Test
    void letsAnOwnerGoWhenThereIsAnother() {
        var olive = onlyOwner();
        var second = cast.stranger(Role.OWNER);

        people.changeRole(second, olive.person(), Role.LEAD);

        assertThat(people.get(second, olive.person()).role()).isEqualTo(Role.LEAD);
    }

    @Test
    void countsANewRoleFromTheNextRequestOn() {
        var person = cast.stranger(Role.LEAD);
        var began = signIns.sessionBegins();
        var token = cast.token(person);

        people.changeRole(cast.olive(), person.person(), Role.ANNOTATOR);

        assertThat(signIns.ofSession(person.person(), began).orElseThrow().role())
                .isEqualTo(Role.ANNOTATOR);
        assertThat(tokens.authenticate(token).orElseThrow().scopes()).containsExactly(Scope.ANNOTATE);
    }

    @Test
    void leavesPeopleToTheOwner() {
        for (var caller : Stream.of(cast.grace(), cast.rita(), cast.ada()).toList()) {
            var mary = cast.mary().person();
            assertThatThrownBy(() -> people.disable(caller, mary)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> people.changeRole(caller, mary, Role.OWNER))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> audit.list(caller, null, 10)).isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> people.list(cast.rita(), "", null, 10)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> people.get(cast.ada(), cast.mary().person())).isInstanceOf(NotFound.class);
    }

    @Test
    void doesNotLetAnOwnersNarrowTokenChangePeople() {
        var olive = cast.olive();
        var narrow = new Caller(olive.person(), olive.name(), Role.OWNER, Set.of(Scope.EXPORT, Scope.ANNOTATE));

        assertThatThrownBy(() -> people.disable(narrow, cast.ada().person())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> people.list(narrow, "", null, 10)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> people.changePassword(narrow, Cast.PASSWORD, "a new long password"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void endsAllSessionsWithANewPassword() {
        var person = cast.stranger(Role.ANNOTATOR);
        var began = signIns.sessionBegins().minusSeconds(1);

        people.changePassword(person, Cast.PASSWORD, "a new long password");

        assertThat(signIns.ofSession(person.person(), began)).isEmpty();
        assertThat(signIns.ofSession(person.person(), signIns.sessionBegins())).contains(person);
        assertThatThrownBy(() -> people.changePassword(person, Cast.PASSWORD, "yet another password"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void showsEverybodyOnceOverThePages() {
        cast.stranger(Role.ANNOTATOR);
        cast.stranger(Role.ANNOTATOR);

        assertThat(everybodyByPagesOf(7)).doesNotHaveDuplicates().isEqualTo(everybodyByPagesOf(200));
        assertThatThrownBy(() -> people.list(cast.olive(), "", "' or 1=1", 2)).isInstanceOf(InvalidInput.class);
    }

    private List<UUID> everybodyByPagesOf(int size) {
        var everybody = new ArrayList<UUID>();
        String next = null;
        do {
            var page = people.list(cast.olive(), "", next, size);
            page.rows().forEach(person -> everybody.add(person.id()));
            next = page.next();
        } while (next != null);
        return everybody;
    }

    @Test
    void writesDownWhatWasDoneToPeople() {
        var person = cast.stranger(Role.LEAD);
        people.changeRole(cast.olive(), person.person(), Role.REVIEWER);

        var newest = audit.list(cast.olive(), null, 1).rows().getFirst();

        assertThat(newest.action()).isEqualTo("role-changed");
        assertThat(newest.person()).isEqualTo("Olive");
        assertThat(newest.subject()).isEqualTo(cast.email(person));
        assertThat(newest.detail()).isEqualTo("lead to reviewer");
    }

    /** The other owners that tests left behind step down until this test is over. */
    private Caller onlyOwner() {
        var olive = cast.olive();
        sql.sql("update person set role = 'lead' where role = 'owner' and id <> :olive")
                .param("olive", olive.person())
                .update();
        return olive;
    }
}
