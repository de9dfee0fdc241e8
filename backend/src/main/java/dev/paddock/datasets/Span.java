package dev.paddock.datasets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Which of a campaign's comparisons are looked at: those with a number above {@code after} and up to {@code last}. Numbers are given when
 * a row is written, not when it is committed: above {@code last} one may still be missing that is smaller than one already there.
 */
record Span(UUID campaign, long after, long last) {

    /** What a statement about a span begins with. */
    private static final String WITH = """
            with span as not materialized (select ?::uuid campaign, ?::bigint after, ?::bigint last)
            """;

    /** @param sql which reads {@code span (campaign, after, last)} */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(WITH + sql);
        statement.setObject(1, campaign);
        statement.setLong(2, after);
        statement.setLong(3, last);
        return statement;
    }
}
