package dev.paddock.shared;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a job is.
 *
 * @param phase what it is at or waits for, in words; empty before its first turn
 * @param done of {@code total} steps of that phase
 */
public record JobProgress(String phase, int done, int total) {

    /** Of a row of {@link ClaimedJobs}. */
    public static JobProgress read(ResultSet row) throws SQLException {
        return new JobProgress(row.getString("phase"), row.getInt("done"), row.getInt("total"));
    }

    /** Of the present phase. */
    public int percent() {
        return total == 0 ? 0 : Math.clamp(100L * done / total, 0, 100);
    }
}
