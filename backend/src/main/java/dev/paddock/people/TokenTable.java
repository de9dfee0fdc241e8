package dev.paddock.people;

import dev.paddock.shared.Cursor;
import dev.paddock.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tokens. Every API request looks here once. */
@Repository
class TokenTable {

    /** The name of the token that the operator set. */
    static final String OPERATORS = "operator";

    private static final int HINT_LENGTH = 8;

    private final JdbcClient sql;

    TokenTable(JdbcClient sql) {
        this.sql = sql;
    }

    ApiToken insert(UUID person, String name, String secret, Set<Scope> scopes, Instant now, Instant expires) {
        var hint = secret.substring(0, HINT_LENGTH);
        var token = new ApiToken(UUID.randomUUID(), person, name, hint, scopes, now, expires, null, null);
        sql.sql("""
                        insert into api_token (id, person_id, name, secret_hash, hint, scopes, created_at, expires_at)
                        values (:id, :person, :name, :hash, :hint, cast(:scopes as text[]), :now, :expires)
                        """)
                .param("id", token.id())
                .param("person", person)
                .param("name", name)
                .param("hash", Secrets.hash(secret))
                .param("hint", hint)
                .param("scopes", scopes.stream().sorted().map(Scope::word).toArray(String[]::new))
                .param("now", Instants.at(now))
                .param("expires", Instants.at(expires))
                .update();
        return token;
    }

    Optional<HeldToken> usable(String hash, Instant now) {
        return sql.sql("""
                        select t.id, t.last_used_at, t.scopes, p.id as person, p.name, p.role
                        from api_token t join person p on p.id = t.person_id
                        where t.secret_hash = :hash and t.revoked_at is null and t.expires_at > :now and p.disabled_at is null
                        """)
                .param("hash", hash)
                .param("now", Instants.at(now))
                .query(TokenTable::held)
                .optional();
    }

    void used(UUID id, Instant now) {
        sql.sql("update api_token set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", Instants.at(now))
                .update();
    }

    List<ApiToken> of(UUID person, Cursor before, int limit) {
        return sql.sql("""
                        select * from api_token where person_id = :person and (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("person", person)
                .param("at", Instants.at(before.at()))
                .param("id", before.id())
                .param("limit", limit)
                .query(TokenTable::token)
                .list();
    }

    int usableOf(UUID person, Instant now) {
        return sql.sql(
                        "select count(*) from api_token where person_id = :person and revoked_at is null and expires_at > :now")
                .param("person", person)
                .param("now", Instants.at(now))
                .query(Integer.class)
                .single();
    }

    /** @return whether the person has such a token; revoking it twice is as good as once */
    boolean revoke(UUID person, UUID id, Instant now) {
        return sql.sql(
                                "update api_token set revoked_at = coalesce(revoked_at, :now) where person_id = :person and id = :id")
                        .param("person", person)
                        .param("id", id)
                        .param("now", Instants.at(now))
                        .update()
                == 1;
    }

    void revokeAllOf(UUID person, Instant now) {
        sql.sql("update api_token set revoked_at = :now where person_id = :person and revoked_at is null")
                .param("person", person)
                .param("now", Instants.at(now))
                .update();
    }

    void revokeNamed(UUID person, String name, Instant now) {
        sql.sql(
                        "update api_token set revoked_at = :now where person_id = :person and name = :name and revoked_at is null")
                .param("person", person)
                .param("name", name)
                .param("now", Instants.at(now))
                .update();
    }

    /** @return whether there is such a token at all */
    boolean extend(String hash, Instant expires) {
        return sql.sql("update api_token set expires_at = :expires where secret_hash = :hash")
                        .param("hash", hash)
                        .param("expires", Instants.at(expires))
                        .update()
                == 1;
    }

    private static HeldToken held(ResultSet row, int number) throws SQLException {
        var role = Role.of(row.getString("role"));
        var scopes = scopes(row);
        scopes.retainAll(role.scopes());
        var caller = new Caller(row.getObject("person", UUID.class), row.getString("name"), role, scopes);
        return new HeldToken(row.getObject("id", UUID.class), Instants.ofNullable(row, "last_used_at"), caller);
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                scopes(row),
                Instants.of(row, "created_at"),
                Instants.of(row, "expires_at"),
                Instants.ofNullable(row, "last_used_at"),
                Instants.ofNullable(row, "revoked_at"));
    }

    private static EnumSet<Scope> scopes(ResultSet row) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .forEach(scopes::add);
        return scopes;
    }
}
