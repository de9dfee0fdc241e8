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
            select count(*), count(*) filter (where sign(mine_a - mine_b) <> sign(other_a - other_b)),
                   coalesce(corr(mine_a - mine_b, other_a - other_b), 'NaN')
              from (select distinct on (turn.id) a.value mine_a, b.value mine_b, c.value other_a, d.value other_b
                      from turn
                      join score a on a.sample_id = turn.sample_a and a.reward_model = :model
                      join score b on b.sample_id = turn.sample_b and b.reward_model = :model
                           and (b.provider, b.precision) = (a.provider, a.precision)
                      join score c on c.sample_id = turn.sample_a and c.reward_model = :serving
                      join score d on d.sample_id = turn.sample_b and d.reward_model = :serving
                           and (d.provider, d.precision) = (c.provider, c.precision)
                     where turn.state = 'ready'
                     order by turn.id, a.provider, a.precision, c.provider, c.precision) scored
            """;

    static Disagreement read(ResultSet row, int number) throws SQLException {
        return new Disagreement(row.getLong(1), row.getLong(2), row.getDouble(3));
    }

    public double percent() {
        return pairs == 0 ? 0 : 100.0 * opposed / pairs;
    }
}
