package dev.paddock.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the two samples of a comparison, with what people and reward models say of it. Null is what nobody said. */
record Side(
        UUID sample,
        String text,
        String variant,
        @Nullable Double temperature,
        @Nullable Long seed,
        @Nullable Integer helpfulness,
        @Nullable Integer safety,
        @Nullable Double helpfulnessScore,
        @Nullable Double safetyScore) {

    /** Reads nine columns from the given one on, in the order of the components. */
    static Side read(ResultSet row, int first) throws SQLException {
        return new Side(
                row.getObject(first, UUID.class),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getObject(first + 3, Double.class),
                row.getObject(first + 4, Long.class),
                row.getObject(first + 5, Integer.class),
                row.getObject(first + 6, Integer.class),
                row.getObject(first + 7, Double.class),
                row.getObject(first + 8, Double.class));
    }
}
