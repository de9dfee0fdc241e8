package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.reward.Scored;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reward models gave the samples of runs. */
@Component
class ScoreTable {

    private final JdbcClient jdbc;

    ScoreTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finished samples behind that place, in order, without those that the model cannot take. */
    List<Unscored> without(BestOfKRun run, String model, int after, int limit) {
        return jdbc.sql("""
                        select sample.id, sample.place, prompt.system_text, prompt.text question, sample.text
                          from best_of_k_sample sample
                          join best_of_k_prompt listed on (listed.run_id, listed.position) = (sample.run_id, sample.position)
                          join prompt on prompt.id = listed.prompt_id
                         where sample.run_id = :run and sample.place > :after and sample.state = 'finished'
                           and not exists (select from best_of_k_score where sample_id = sample.id and reward_model = :model)
                           and not exists (select from best_of_k_unscorable where sample_id = sample.id and reward_model = :model)
                         order by sample.place limit :limit
                        """)
                .param("run", run.id())
                .param("after", after)
                .param("model", model)
                .param("limit", limit)
                .query(ScoreTable::unscored)
                .list();
    }

    private static Unscored unscored(ResultSet row, int number) throws SQLException {
        var conversation = new ArrayList<Message>();
        if (!row.getString("system_text").isBlank()) {
            conversation.add(Message.system(row.getString("system_text")));
        }
        conversation.add(Message.user(row.getString("question")));
        conversation.add(Message.assistant(row.getString("text")));
        return new Unscored(row.getObject("id", UUID.class), row.getInt("place"), conversation);
    }

    /** Each with its score, in the same order. */
    void add(List<Unscored> samples, ModelKind kind, Scored scored) {
        jdbc.sql("""
                        insert into best_of_k_score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
                        select sample, :model, :kind, :provider, :precision, value, :micros, clock_timestamp()
                          from unnest(:samples, :values) given (sample, value)
                        on conflict (sample_id, reward_model) do nothing
                        """)
                .param("model", scored.model())
                .param("kind", kind.label())
                .param("provider", scored.provider())
                .param("precision", scored.precision())
                .param("micros", scored.microsEach())
                .param("samples", samples.stream().map(Unscored::sample).toArray(UUID[]::new))
                .param("values", scored.scores().toArray(Double[]::new))
                .update();
    }

    void passOver(BestOfKRun run, Unscored one, String model, String reason) {
        jdbc.sql("""
                        insert into best_of_k_unscorable (sample_id, reward_model, run_id, place, reason) values (?, ?, ?, ?, ?)
                        on conflict (sample_id, reward_model) do nothing
                        """).params(one.sample(), model, run.id(), one.place(), reason).update();
    }
}
