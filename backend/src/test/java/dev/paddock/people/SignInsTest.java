package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.BackendTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class SignInsTest {

    private static final Passwords PASSWORDS = new QuickPasswords();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient sql;

    Cast cast;
    String home = UUID.randomUUID().toString();

    @BeforeEach
    void enter() {
        cast = new Cast(context);
    }

    @Test
    void tellsNothingAboutWhichAccountsThereAre() {
        var ada = cast.email(cast.ada());

        var wrong = catchThrowableOfType(SignInFailed.class, () -> at(NOON).signIn(ada, "not her password", home));
        var unknown = catchThrowableOfType(SignInFailed.class, () -> at(NOON).signIn("nobody@paddock.test", "x", home));

        assertThat(wrong).hasMessage(unknown.getMessage());
    }

    @Test
    void holdsAnAccountBackAfterFiveFailuresAndSaysHowLong() {
        var ada = cast.email(cast.ada());
        fail(ada, 5, NOON);

        assertThatThrownBy(() -> at(NOON).signIn(ada, Cast.PASSWORD, home))
                .isInstanceOf(SignInThrottled.class)
                .hasMessageContaining("seconds");
        assertThat(at(NOON.plusSeconds(6)).signIn(ada, Cast.PASSWORD, home)).isEqualTo(cast.ada());
    }

    @Test
    void holdsAnUnknownAccountBackInTheSameWay() {
        fail("nobody@paddock.test", 5, NOON);

        assertThatThrownBy(() -> at(NOON).signIn("NOBODY@paddock.test", "whatever it is", home))
                .isInstanceOf(SignInThrottled.class);
    }

    @Test
    void growsTheDelayUpToAQuarterOfAnHour() {
        var now = NOON;
        var last = Duration.ZERO;
        for (int failure = 1; failure <= 16; failure++) {
            fail("guessed@paddock.test", 1, now);
            var wait = waiting("guessed@paddock.test", now);
            assertThat(wait).isGreaterThanOrEqualTo(last);
            last = wait;
            now = now.plus(wait);
        }
        assertThat(last).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void forgetsFailuresAfterASuccessAndAfterADay() {
        var ada = cast.email(cast.ada());
        fail(ada, 4, NOON);
        at(NOON).signIn(ada, Cast.PASSWORD, home);
        fail(ada, 4, NOON);
        assertThat(waiting(ada, NOON)).isEqualTo(Duration.ZERO);

        fail(ada, 1, NOON);
        fail(ada, 4, NOON.plus(Duration.ofHours(25)));
        assertThat(waiting(ada, NOON.plus(Duration.ofHours(25)))).isEqualTo(Duration.ZERO);
    }

    @Test
    void holdsAnAddressBackThatTriesManyAccounts() {
        var ada = cast.email(cast.ada());
        for (int account = 0; account < 30; account++) {
            fail("account-" + account + "@paddock.test", 1, NOON);
        }

        assertThatThrownBy(() -> at(NOON).signIn(ada, Cast.PASSWORD, home)).isInstanceOf(SignInThrottled.class);
        assertThat(at(NOON).signIn(ada, Cast.PASSWORD, "elsewhere")).isEqualTo(cast.ada());
    }

    @Test
    void whoFailsElsewhereKeepsNobodyOut() {
        var ada = cast.email(cast.ada());
        fail(ada, 5, NOON);

        assertThat(at(NOON).signIn(ada, Cast.PASSWORD, "her own")).isEqualTo(cast.ada());
    }

    @Test
    void guessesFromManyAddressesAreHeldBackTogether() {
        var ada = cast.email(cast.ada());
        for (int address = 0; address < 100; address++) {
            fail(ada, "address " + address, NOON);
        }

        assertThatThrownBy(() -> at(NOON).signIn(ada, Cast.PASSWORD, "one more"))
                .isInstanceOf(SignInThrottled.class);
    }

    @Test
    void nobodyIsKeptOutOfWhereTheySignedInBefore() {
        var ada = cast.email(cast.ada());
        at(NOON).signIn(ada, Cast.PASSWORD, home);
        for (int address = 0; address < 100; address++) {
            fail(ada, "address " + address, NOON);
        }

        assertThat(at(NOON).signIn(ada, Cast.PASSWORD, home)).isEqualTo(cast.ada());
        assertThatThrownBy(() -> at(NOON).signIn(ada, Cast.PASSWORD, "not there"))
                .isInstanceOf(SignInThrottled.class);
    }

    @Test
    void hasNoPasswordForSomebodyWhoNeverChoseOne() {
        context.getBean(Invitations.class).invite(cast.olive(), "new@paddock.test", "New", Role.ANNOTATOR);

        assertThatThrownBy(() -> at(NOON).signIn("new@paddock.test", "", home)).isInstanceOf(SignInFailed.class);
        assertThatThrownBy(() -> at(NOON).signIn("new@paddock.test", null, home))
                .isInstanceOf(SignInFailed.class);
    }

    private void fail(String email, int times, Instant now) {
        for (int attempt = 0; attempt < times; attempt++) {
            fail(email, home, now);
        }
    }

    private void fail(String email, String address, Instant now) {
        assertThatThrownBy(() -> at(now).signIn(email, "x", address)).isInstanceOf(SignInFailed.class);
    }

    private Duration waiting(String email, Instant now) {
        return sql.sql("select blocked_until from sign_in_throttle where key = :key")
                .param("key", "account-there:" + Secrets.hash(email) + ":" + Secrets.hash(home))
                .query((row, number) ->
                        Duration.between(now, row.getTimestamp(1).toInstant()))
                .single();
    }

    private SignIns at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new SignIns(
                context.getBean(PersonRepository.class),
                PASSWORDS,
                new Throttle(sql, clock),
                new FamiliarAddresses(sql, clock),
                clock);
    }

    /** The rules without the seconds that bcrypt takes on purpose. */
    private static final class QuickPasswords extends Passwords {

        @Override
        boolean matches(
                @org.jspecify.annotations.Nullable String password, @org.jspecify.annotations.Nullable String hash) {
            return hash != null && Cast.PASSWORD.equals(password);
        }
    }
}
