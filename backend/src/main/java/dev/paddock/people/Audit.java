package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done to people, tokens, endpoints, members and states: written in the transaction that did it, never changed. */
@Service
@Transactional
public class Audit {

    private final JdbcClient sql;
    private final Clock clock;

    Audit(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void record(Caller caller, String action, String subject, String detail) {
        record(caller.person(), action, subject, detail);
    }

    /** @param by null for Paddock itself */
    public void record(@Nullable UUID by, String action, String subject, String detail) {
        sql.sql(
                        "insert into audit_entry (at, person_id, action, subject, detail) values (:at, :by, :action, :subject, :detail)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by, Types.OTHER)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /** Newest first; for the owner. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> list(Caller caller, @Nullable String cursor, int size) {
        Permissions.administer(caller);
        var entries = sql.sql("""
                        select a.id, a.at, p.name, a.action, a.subject, a.detail
                        from audit_entry a left join person p on p.id = a.person_id
                        where a.id < :before order by a.id desc limit :limit
                        """)
                .param("before", before(cursor))
                .param("limit", size + 1)
                .query(Audit::entry)
                .list();
        return Page.of(entries, size, entry -> Long.toString(entry.id()));
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("cursor", "must be the 'next' of the page before");
        }
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
