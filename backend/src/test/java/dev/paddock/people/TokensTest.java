package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class TokensTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Tokens tokens;

    @Autowired
    TokenTable table;

    @Autowired
    PersonRepository people;

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
    void keepsOnlyTheHashAndAHint() {
        var issued = tokens.issue(cast.olive(), cast.ada().person(), "laptop", Set.of(Scope.ANNOTATE), 30);

        assertThat(issued.secret()).matches("pdk_[A-Za-z0-9_-]{43}");
        assertThat(issued.toString()).doesNotContain(issued.secret());
        var row = sql.sql("select * from api_token where id = :id")
                .param("id", issued.token().id())
                .query()
                .singleRow();
        assertThat(row.toString())
                .doesNotContain(issued.secret())
                .contains(Secrets.hash(issued.secret()), issued.token().hint());
        assertThat(issued.token().hint()).hasSize(8);
    }

    @Test
    void standsForItsPersonWithinItsScopes() {
        var token = cast.token(cast.grace(), Set.of(Scope.EXPORT, Scope.SCORE));

        var caller = tokens.authenticate(token).orElseThrow();

        assertThat(caller.person()).isEqualTo(cast.grace().person());
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.EXPORT, Scope.SCORE);
        assertThatThrownBy(() -> caller.require(Scope.LEAD))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("lead");
    }

    @Test
    void isGoodUntilItExpires() {
        var issued = tokens.issue(cast.ada(), cast.ada().person(), null, Set.of(Scope.ANNOTATE), 30);
        var end = issued.token().expires();

        assertThat(issued.token().created().plus(Duration.ofDays(30))).isEqualTo(end);
        assertThat(at(end.minusSeconds(1)).authenticate(issued.secret())).isPresent();
        assertThat(at(end).authenticate(issued.secret())).isEmpty();
    }

    @Test
    void isGoodUntilItIsRevoked() {
        var issued = tokens.issue(cast.ada(), cast.ada().person(), null, Set.of(Scope.ANNOTATE), 30);

        tokens.revoke(cast.ada(), cast.ada().person(), issued.token().id());

        assertThat(tokens.authenticate(issued.secret())).isEmpty();
        assertThat(tokens.list(cast.ada(), cast.ada().person(), null, 200)
                        .rows()
                        .getFirst()
                        .revoked())
                .isNotNull();
    }

    @Test
    void remembersWhenItWasLastUsedToTheMinute() {
        var issued = tokens.issue(cast.ada(), cast.ada().person(), null, Set.of(Scope.ANNOTATE), 30);
        var noon = issued.token().created().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

        at(noon).authenticate(issued.secret());
        at(noon.plusSeconds(59)).authenticate(issued.secret());
        assertThat(lastUsed(issued)).isEqualTo(noon);

        at(noon.plusSeconds(61)).authenticate(issued.secret());
        assertThat(lastUsed(issued)).isEqualTo(noon.plusSeconds(61));
    }

    @Test
    void refusesScopesBeyondTheRole() {
        assertThatThrownBy(() -> tokens.issue(cast.olive(), cast.ada().person(), null, Set.of(Scope.EXPORT), 30))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("annotate");
        assertThatThrownBy(() -> tokens.issue(cast.olive(), cast.ada().person(), null, Set.of(), 30))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tokens.issue(cast.olive(), cast.ada().person(), null, Set.of(Scope.ANNOTATE), 366))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void areOnesOwnAffairAndTheOwners() {
        var mary = cast.mary().person();

        assertThatThrownBy(() -> tokens.issue(cast.ada(), mary, null, Set.of(Scope.ANNOTATE), 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.issue(cast.grace(), mary, null, Set.of(Scope.ANNOTATE), 1))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tokens.list(cast.ada(), mary, null, 9)).isInstanceOf(NotFound.class);
        var marys = tokens.issue(cast.olive(), mary, null, Set.of(Scope.ANNOTATE), 1)
                .token()
                .id();
        assertThatThrownBy(() -> tokens.revoke(cast.ada(), cast.ada().person(), marys))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void cannotMakeTokensUnlessMeantTo() {
        var narrow = tokens.authenticate(cast.token(cast.olive(), Set.of(Scope.LEAD)))
                .orElseThrow();

        assertThatThrownBy(() -> tokens.issue(narrow, narrow.person(), null, Set.of(Scope.ADMIN), 365))
                .isInstanceOf(NotAllowed.class);
    }

    private @Nullable Instant lastUsed(IssuedToken issued) {
        return tokens.list(cast.ada(), cast.ada().person(), null, 200).rows().stream()
                .filter(token -> token.id().equals(issued.token().id()))
                .findFirst()
                .orElseThrow()
                .lastUsed();
    }

    private Tokens at(Instant now) {
        return new Tokens(table, people, audit, Clock.fixed(now, ZoneOffset.UTC));
    }
}
