package dev.paddock.reward;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How a model differs from the one that serves, on pairs whose four scores are there.
 *
 * @param pairs turns of which both models have scored both answers
 * @param opposed of them, those in which the models prefer different answers
 * @param correlation of the gaps that they see between the two answers; NaN where it cannot be told
 */
public record Disagreement(long pairs, long opposed, double correlation) {

    static final String SQL = """
            select count(*), count(*) filter (where sign(mine.a_value - mine.b_value) <> sign(its.a_value - its.b_value)),
                   coalesce(corr(mine.a_value - mine.b_value, its.a_value - its.b_value), 'NaN')
              from turn
             cross join lateral (%s) mine
             cross join lateral (%s) its
             where turn.state = 'ready'
            """.formatted(
                    ScoredPair.sql(":model", "turn.sample_a", "turn.sample_b"),
                    ScoredPair.sql(":serving", "turn.sample_a", "turn.sample_b"));

    static Disagreement read(ResultSet row, int number) throws SQLException {
        return new Disagreement(row.getLong(1), row.getLong(2), row.getDouble(3));
    }

    public double percent() {
        return pairs == 0 ? 0 : 100.0 * opposed / pairs;
    }
}
