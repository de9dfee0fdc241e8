package dev.paddock.bestofk;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which process works on which run. It gives a sign of life; a run without one for a minute is somebody else's to go on with. */
@Component
class RunClaims {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RunClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BestOfKRun> claim(String owner) {
        return jdbc.sql("""
                        update best_of_k_run set state = 'running', owner = :owner, alive_at = clock_timestamp(), phase = 'starting'
                         where id = (select id from best_of_k_run
                                      where state = 'waiting'
                                         or (state = 'running' and alive_at < clock_timestamp() - interval '1 minute')
                                      order by number limit 1 for update skip locked)
                        returning
                        """ + RunTable.COLUMNS)
                .param("owner", owner)
                .query(RunTable::row)
                .optional();
    }

    /** @return whether to go on: nobody wants it to end, and it is this owner's still */
    boolean alive(UUID id, String owner, String phase, int done, int total) {
        return jdbc.sql("""
                        update best_of_k_run set alive_at = clock_timestamp(), phase = :phase, done = :done, total = :total
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("phase", phase)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /** @return false, and nothing done, where somebody wanted it to end or it is another owner's by now */
    boolean done(UUID id, String owner, Map<ModelKind, String> models, List<Curve> curves) {
        return jdbc.sql("""
                        update best_of_k_run set state = 'done', helpfulness_model = :helpfulness, safety_model = :safety,
                               curves = :curves::jsonb, ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("helpfulness", models.get(ModelKind.HELPFULNESS), Types.VARCHAR)
                        .param("safety", models.get(ModelKind.SAFETY), Types.VARCHAR)
                        .param("curves", JSON.writeValueAsString(curves))
                        .update()
                == 1;
    }

    /** Failed, or cancelled where somebody wanted that. */
    void ended(UUID id, String owner, String failure) {
        jdbc.sql("""
                        update best_of_k_run set state = case when cancelled then 'cancelled' else 'failed' end,
                               failure = case when cancelled then '' else :failure end, ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running'
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("failure", failure)
                .update();
    }
}
