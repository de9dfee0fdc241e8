package dev.paddock.reward;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a model differs from the one that serves, on pairs whose four scores are there.
 *
 * @param serving the one that serves
 * @param pairs turns of which both models have scored both answers; one at least
 * @param opposed of them, those in which the models prefer different answers
 * @param percent how many of the pairs these are
 * @param correlation of the gaps that they see between the two answers; null where it cannot be told, as with one pair, or gaps all alike
 */
public record Disagreement(
        String serving,
        long pairs,
        long opposed,
        double percent,
        @Nullable Double correlation) {

    static final String SQL = """
            select :serving, count(*), count(*) filter (where sign(mine.a_value - mine.b_value) <> sign(its.a_value - its.b_value)),
                   corr(mine.a_value - mine.b_value, its.a_value - its.b_value)
              from turn
             cross join lateral (%s) mine
             cross join lateral (%s) its
             where turn.state = 'ready'
            having count(*) > 0
            """.formatted(
                    ScoredPair.sql(":model", "turn.sample_a", "turn.sample_b"),
                    ScoredPair.sql(":serving", "turn.sample_a", "turn.sample_b"));

    static Disagreement read(ResultSet row, int number) throws SQLException {
        var pairs = row.getLong(2);
        var opposed = row.getLong(3);
        var correlation = row.getObject(4, Double.class);
        return new Disagreement(
                row.getString(1),
                pairs,
                opposed,
                100.0 * opposed / pairs,
                correlation == null || correlation.isNaN() ? null : correlation);
    }
}
