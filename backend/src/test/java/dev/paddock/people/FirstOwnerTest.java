package dev.paddock.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
@RecordApplicationEvents
class FirstOwnerTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Autowired
    FirstOwner firstOwner;

    @Autowired
    SignIns signIns;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void emptyHouse() {
        sql.sql("update person set role = 'lead' where role = 'owner'").update();
    }

    @Test
    void makesTheOwnerByALinkOnce() {
        var link = firstOwner.link().orElseThrow();

        var owner = firstOwner.create(link, "first@lab.example", "First", Cast.PASSWORD);

        assertThat(owner.isOwner()).isTrue();
        assertThat(events.stream(OwnerCreated.class)).containsExactly(new OwnerCreated(owner));
        assertThat(firstOwner.link()).isEmpty();
        assertThatThrownBy(() -> firstOwner.create(link, "second@lab.example", "Second", Cast.PASSWORD))
                .isInstanceOf(LinkVoid.class);
    }

    @Test
    void voidsTheLinkOfTheStartBefore() {
        var before = firstOwner.link().orElseThrow();

        var now = firstOwner.link().orElseThrow();

        assertThatThrownBy(() -> firstOwner.check(before)).isInstanceOf(LinkVoid.class);
        firstOwner.check(now);
    }

    @Test
    void makesNoOwnerFromAnInvitation() {
        var owner = firstOwner.create(firstOwner.link().orElseThrow(), "first@lab.example", "First", Cast.PASSWORD);
        assertThat(owner.isOwner()).isTrue();

        assertThatThrownBy(() -> firstOwner.check("guess")).isInstanceOf(LinkVoid.class);
    }

    @Test
    void makesTheOwnerOfTheSettingsAndLeavesThemAloneLater() {
        firstOwner.createFromSettings(new OwnerSettings("Set@lab.example", Cast.PASSWORD, TOKEN));
        firstOwner.createFromSettings(new OwnerSettings("set@lab.example", "another password", TOKEN));

        assertThat(signIns.signIn("set@lab.example", Cast.PASSWORD, "::1").isOwner())
                .isTrue();
        assertThat(tokens.authenticate(TOKEN).orElseThrow().scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(sql.sql("select count(*) from api_token where secret_hash = :hash")
                        .param("hash", Secrets.hash(TOKEN))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void replacesTheOperatorsTokenWhenTheSettingChanges() {
        var other = new StringBuilder(TOKEN).reverse().toString();
        firstOwner.createFromSettings(new OwnerSettings("set@lab.example", Cast.PASSWORD, TOKEN));
        firstOwner.createFromSettings(new OwnerSettings("set@lab.example", Cast.PASSWORD, other));

        assertThat(tokens.authenticate(TOKEN)).isEmpty();
        assertThat(tokens.authenticate(other)).isPresent();
    }

    @Test
    void doesNotStartWithHalfAnOwnerOrAWeakOne() {
        assertThatThrownBy(() -> new OwnerSettings(null, Cast.PASSWORD, null))
                .hasMessageContaining("PADDOCK_OWNER_EMAIL");
        assertThatThrownBy(() -> new OwnerSettings("a@lab.example", " ", null))
                .hasMessageContaining("PADDOCK_OWNER_PASSWORD");
        assertThatThrownBy(() -> new OwnerSettings("a@lab.example", Cast.PASSWORD, "1234"))
                .hasMessageContaining("PADDOCK_OWNER_TOKEN");
        assertThatThrownBy(() -> new OwnerSettings("a@lab.example", Cast.PASSWORD, "a".repeat(40)))
                .hasMessageContaining("PADDOCK_OWNER_TOKEN");
        var weak = new OwnerAtStart(firstOwner, new OwnerSettings("a@lab.example", "argilla", null));
        assertThatThrownBy(() -> weak.run(new DefaultApplicationArguments()))
                .isInstanceOf(OwnerSettingsRefused.class)
                .hasMessageContaining("PADDOCK_OWNER_PASSWORD must have at least 12");
    }
}
