package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class InvitationsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    PersonRepository repository;

    @Autowired
    InvitationRepository links;

    @Autowired
    SignIns signIns;

    Cast cast;

    @BeforeEach
    void enter() {
        cast = new Cast(context);
    }

    @Test
    void letsSomebodyInByALinkOnce() {
        var invited = invitations.invite(cast.olive(), " Joan@Lab.Example ", "Joan", Role.ANNOTATOR);

        var joan = invitations.accept(invited.secret(), "Joan C.", Cast.PASSWORD);

        assertThat(joan.role()).isEqualTo(Role.ANNOTATOR);
        assertThat(signIns.signIn("JOAN@lab.example", Cast.PASSWORD, "::1").name())
                .isEqualTo("Joan C.");
        assertThatThrownBy(() -> invitations.accept(invited.secret(), null, "another password here"))
                .isInstanceOf(LinkVoid.class);
    }

    @Test
    void voidsALinkAfterAWeek() {
        var invited = invitations.invite(cast.olive(), "late@lab.example", "Late", Role.ANNOTATOR);
        var link = links.findBySecretHash(Secrets.hash(invited.secret())).orElseThrow();

        assertThat(link.open(link.createdAt().plus(Duration.ofDays(7)).minusMillis(1)))
                .isTrue();
        assertThat(link.open(link.createdAt().plus(Duration.ofDays(7)))).isFalse();
    }

    @Test
    void voidsTheOldLinkWhenThereIsANewOne() {
        var first = invitations.invite(cast.grace(), "twice@lab.example", "Twice", Role.REVIEWER);

        var second = invitations.renew(cast.grace(), first.person().id());

        assertThatThrownBy(() -> invitations.holder(first.secret())).isInstanceOf(LinkVoid.class);
        assertThat(invitations.holder(second.secret()).email()).isEqualTo("twice@lab.example");
    }

    @Test
    void takesALinkBack() {
        var invited = invitations.invite(cast.olive(), "never@lab.example", "Never", Role.ANNOTATOR);

        invitations.revoke(cast.olive(), invited.person().id());

        assertThatThrownBy(() -> invitations.accept(invited.secret(), null, Cast.PASSWORD))
                .isInstanceOf(LinkVoid.class);
    }

    @Test
    void letsLeadsBringInAnnotatorsAndReviewersOnly() {
        var grace = cast.grace();
        invitations.invite(grace, "r@lab.example", "R", Role.REVIEWER);

        assertThatThrownBy(() -> invitations.invite(grace, "l@lab.example", "L", Role.LEAD))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> invitations.invite(grace, "o@lab.example", "O", Role.OWNER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> invitations.invite(cast.ada(), "a@lab.example", "A", Role.ANNOTATOR))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void keepsLeadsFromTakingOverAnAccountByALink() {
        assertThatThrownBy(() -> invitations.renew(cast.grace(), cast.ada().person()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void letsTheOwnerResetAPasswordAndEndsTheSessions() {
        var lost = cast.stranger(Role.REVIEWER);
        var began = signIns.sessionBegins();

        var link = invitations.renew(cast.olive(), lost.person());
        invitations.accept(link.secret(), null, "quite another password");

        assertThat(signIns.ofSession(lost.person(), began.minusSeconds(1))).isEmpty();
        assertThat(signIns.signIn(cast.email(lost), "quite another password", "::1"))
                .isEqualTo(lost);
        assertThatThrownBy(() -> signIns.signIn(cast.email(lost), Cast.PASSWORD, "::1"))
                .isInstanceOf(SignInFailed.class);
    }

    @Test
    void hasOneAccountPerAddress() {
        invitations.invite(cast.olive(), "one@lab.example", "One", Role.ANNOTATOR);

        assertThatThrownBy(() -> invitations.invite(cast.olive(), "ONE@lab.example", "Two", Role.ANNOTATOR))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void refusesNamesAndAddressesThatAreNone() {
        var olive = cast.olive();

        assertThatThrownBy(() -> invitations.invite(olive, "nobody", "N", Role.ANNOTATOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invitations.invite(olive, "a@b\r\nBcc: c@d", "N", Role.ANNOTATOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invitations.invite(olive, "n@lab.example", " ", Role.ANNOTATOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invitations.invite(olive, "n@lab.example", "N\u0000", Role.ANNOTATOR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invitations.invite(olive, "n@lab.example", "N\u202Egrace", Role.ANNOTATOR))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void namesPeopleAtRandomWhereTheirDataGoes() {
        var ada = people.get(cast.olive(), cast.ada().person());

        var mary = people.get(cast.olive(), cast.mary().person());

        assertThat(ada.pseudonym()).matches("p-[0-9a-f]{10}");
        assertThat(mary.pseudonym()).matches("p-[0-9a-f]{10}").isNotEqualTo(ada.pseudonym());
    }
}
