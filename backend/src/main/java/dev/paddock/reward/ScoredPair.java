package dev.paddock.reward;

/** What a reward model gave to two answers, as a piece of SQL. */
public final class ScoredPair {

    private ScoredPair() {}

    /**
     * A query of one row with {@code a_value} and {@code b_value}, of none where the model has not scored both. Scores of two providers or
     * precisions are not compared; where both answers have several, the first counts.
     *
     * @param model an expression for the name of the reward model
     * @param a an expression for the id of a sample
     * @param b for that of the other
     */
    public static String sql(String model, String a, String b) {
        return """
                select one.value a_value, other.value b_value
                  from score one
                  join score other on other.sample_id = %3$s
                       and (other.reward_model, other.provider, other.precision) = (one.reward_model, one.provider, one.precision)
                 where one.sample_id = %2$s and one.reward_model = %1$s
                 order by one.provider, one.precision limit 1
                """.formatted(model, a, b);
    }
}
