package dev.paddock.bestofk;

import dev.paddock.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What gave a score.
 *
 * @param model the name of the reward model
 * @param provider the execution provider it ran on
 * @param micros time the scoring took, over all cores: a sample's share of those that were scored with it, sixteen at most
 * @param at when
 */
public record ScoredBy(String model, String provider, String precision, long micros, Instant at) {

    /** @param kind of the score, as its columns begin; null where there is none */
    public static @Nullable ScoredBy read(ResultSet row, String kind) throws SQLException {
        var model = row.getString(kind + "_model");
        return model == null
                ? null
                : new ScoredBy(
                        model,
                        row.getString(kind + "_provider"),
                        row.getString(kind + "_precision"),
                        row.getLong(kind + "_micros"),
                        Instants.of(row, kind + "_at"));
    }
}
