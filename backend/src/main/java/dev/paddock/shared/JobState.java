package dev.paddock.shared;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Of a row of {@link ClaimedJobs}. */
    public static JobState read(ResultSet row) throws SQLException {
        return Words.read(JobState.class, row.getString("state")).orElseThrow();
    }

    public String word() {
        return Words.of(this);
    }

    /** Whether it has not ended. */
    public boolean isPending() {
        return this == WAITING || this == RUNNING;
    }
}
