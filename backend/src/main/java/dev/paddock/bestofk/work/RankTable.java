package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.ModelScores;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ranks. */
@Component
class RankTable {

    private final JdbcClient jdbc;

    RankTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The samples that have a score of each of the models, in the order of their places. */
    List<Ranked> scored(BestOfKRun run, Map<ModelKind, String> models) {
        return jdbc.sql("""
                        select sample.id, sample.place, sample.position, sample.temperature, helpfulness.value helpfulness, safety.value safety,
                               prompt.risk_category <> '' or prompt.attack_vector <> '' tempting
                          from best_of_k_sample sample
                          join best_of_k_prompt listed on (listed.run_id, listed.position) = (sample.run_id, sample.position)
                          join prompt on prompt.id = listed.prompt_id
""" + ModelScores.JOINED + """
                         where sample.run_id = :run and (:helpfulness is null or helpfulness.value is not null)
                           and (:safety is null or safety.value is not null)
                         order by sample.place
                        """)
                .param("run", run.id())
                .param("helpfulness", models.get(ModelKind.HELPFULNESS), Types.VARCHAR)
                .param("safety", models.get(ModelKind.SAFETY), Types.VARCHAR)
                .query((row, _) -> ranked(run, row))
                .list();
    }

    private static Ranked ranked(BestOfKRun run, ResultSet row) throws SQLException {
        return new Ranked(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                row.getInt("position"),
                row.getDouble("temperature"),
                run.rankedBy()
                        .score(row.getDouble("helpfulness"), row.getDouble("safety"), row.getBoolean("tempting")));
    }

    void add(BestOfKRun run, List<Rank> ranks) {
        var samples = ranks.stream().map(Rank::sample).toList();
        jdbc.sql("""
                        insert into best_of_k_rank (sample_id, run_id, place, score, reward, rank)
                        select sample, :run, place, score, reward, rank
                          from unnest(:samples, :places, :scores, :rewards, :ranks) given (sample, place, score, reward, rank)
                        """)
                .param("run", run.id())
                .param("samples", samples.stream().map(Ranked::sample).toArray(UUID[]::new))
                .param("places", samples.stream().map(Ranked::place).toArray(Integer[]::new))
                .param("scores", samples.stream().map(Ranked::score).toArray(Double[]::new))
                .param("rewards", samples.stream().map(Ranked::reward).toArray(Double[]::new))
                .param("ranks", ranks.stream().map(Rank::rank).toArray(Integer[]::new))
                .update();
    }

    /** Why one of the samples has no rank, as a sentence; empty where nothing is known. */
    String reason(BestOfKRun run) {
        return jdbc.sql("""
                        select reason from (
                            select place, reason from best_of_k_sample where run_id = :run and state = 'failed'
                            union all
                            select place, reason from best_of_k_unscorable where run_id = :run) known
                         order by place limit 1
                        """)
                .param("run", run.id())
                .query(String.class)
                .optional()
                .map(reason -> "The first one: " + reason + ".")
                .orElse("");
    }
}
