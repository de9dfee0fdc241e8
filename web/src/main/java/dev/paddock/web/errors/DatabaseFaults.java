package dev.paddock.web.errors;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a caller can do something about although only the database noticed it. */
final class DatabaseFaults {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> TEXT_IT_CANNOT_KEEP = Set.of("22021", "22P05");
    private static final String CONNECTION_EXCEPTIONS = "08";
    private static final String OPERATOR_INTERVENTION = "57P";

    private DatabaseFaults() {}

    static Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case OptimisticLockingFailureException _ -> Optional.of(changed());
            case CannotGetJdbcConnectionException _ -> Optional.of(away());
            case CannotCreateTransactionException _ -> Optional.of(away());
            case TransientDataAccessException _ -> Optional.of(changed());
            case DataAccessException refused -> ofState(state(refused));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> ofState(String state) {
        if (state.equals(UNIQUE_VIOLATION)) {
            return Optional.of(changed());
        }
        if (TEXT_IT_CANNOT_KEEP.contains(state)) {
            return Optional.of(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "The text holds a NUL character. Remove it and send it again."));
        }
        return state.startsWith(CONNECTION_EXCEPTIONS) || state.startsWith(OPERATOR_INTERVENTION)
                ? Optional.of(away())
                : Optional.empty();
    }

    private static String state(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static Problem changed() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "Somebody changed the same thing in the same moment. Look at how it is now and try again.");
    }

    private static Problem away() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database cannot be reached. Nothing was changed; try again in a moment.");
    }
}
