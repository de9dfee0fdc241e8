package dev.paddock.shared;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether work failed for a moment without the database, so that the same once more may succeed. */
final class DatabaseAway {

    /** Classes of SQL states: connection, resources, operator. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    /** The statement was cancelled, most likely as it took longer than it may: so it would the next time. */
    private static final String CANCELLED = "57014";

    private DatabaseAway() {}

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case QueryTimeoutException _ -> {
                    return false;
                }
                case TransientDataAccessException _,
                        RecoverableDataAccessException _,
                        CannotGetJdbcConnectionException _,
                        CannotCreateTransactionException _ -> {
                    return true;
                }
                case SQLException sql -> {
                    return isPassing(sql.getSQLState());
                }
                default -> {}
            }
        }
        return false;
    }

    /** The database gives each of its errors a state. Without one the connection was found closed. */
    private static boolean isPassing(@Nullable String state) {
        return state == null || !state.equals(CANCELLED) && PASSING.stream().anyMatch(state::startsWith);
    }
}
